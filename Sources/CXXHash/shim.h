// All of it is compiled in, so that no further library is looked for at each start; its functions have other names then.
#define XXH_INLINE_ALL
#include <xxhash.h>

static inline unsigned long long xxh3_64bits(const void *bytes, size_t count, unsigned long long seed) {
    return XXH3_64bits_withSeed(bytes, count, seed);
}
