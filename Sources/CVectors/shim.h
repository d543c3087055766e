// Vector code that Swift cannot express: bits from the comparison of many bytes, instructions that not every processor has, and memory
// that is asked for ahead of time. On other processors plain C or Swift does the same.
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Asks for the memory at a place, which is soon read.
static inline __attribute__((always_inline)) void tadrib_prefetch(const uint8_t *place) { __builtin_prefetch(place); }

typedef uint8_t tadrib_bytes __attribute__((vector_size(64)));
typedef _Bool tadrib_marks __attribute__((ext_vector_type(64)));

// Which of the 64 bytes at a place are this one, the first of them as the lowest bit.
static inline __attribute__((always_inline)) uint64_t tadrib_places_of(uint8_t byte, const uint8_t *place) {
    tadrib_bytes bytes;
    memcpy(&bytes, place, sizeof bytes);
    const tadrib_marks found = __builtin_convertvector(bytes == byte, tadrib_marks);
    uint64_t word;
    memcpy(&word, &found, sizeof word);
    return word;
}

// Writes down the place of the lowest mark, if there is one, and removes it. The highest bit keeps it from asking.
static inline __attribute__((always_inline)) uint64_t tadrib_write_place(uint64_t marks, size_t first, int32_t *place) {
    *place = (int32_t)first + __builtin_ctzll(marks | (uint64_t)1 << 63);
    return marks & (marks - 1);
}

// Where fields end: see tadrib_find_field_ends.
struct tadrib_field_ends {
    // How many rows are whole if they have as many fields as there are columns.
    size_t rows;
    // How many quotes and line feeds they have, those within quotes included.
    size_t quotes, line_feeds;
};

static inline __attribute__((always_inline)) struct tadrib_field_ends tadrib_find_field_ends_here(
    const uint8_t *base, size_t place, size_t limit, size_t columns, size_t most, int32_t *ends) {
    const size_t wanted = columns * most;
    struct tadrib_field_ends result = {0, 0, 0};
    size_t count = 0;
    // All ones within quotes.
    uint64_t within = 0;
    ends[-1] = (int32_t)place - 1;
    while (count < wanted && place < limit) {
        const uint64_t counted = limit - place < 64 ? ((uint64_t)1 << (limit - place)) - 1 : ~(uint64_t)0;
        const uint64_t line_feeds = tadrib_places_of('\n', base + place) & counted;
        const uint64_t quotes = tadrib_places_of('"', base + place) & counted;
        uint64_t marks = (tadrib_places_of(',', base + place) & counted) | line_feeds;
        if (quotes | within) {
            // Each bit from an odd quote on up to the next is set.
            uint64_t quoted = quotes ^ quotes << 1;
            for (int shift = 2; shift < 64; shift *= 2) quoted ^= quoted << shift;
            quoted ^= within;
            marks &= ~quoted;
            within = -(quoted >> 63);
            result.quotes += (size_t)__builtin_popcountll(quotes);
        }
        result.line_feeds += (size_t)__builtin_popcountll(line_feeds);
        // Eight at a time, without a branch for each; what follows the last one is written over.
        int32_t *next = ends + count;
        count += (size_t)__builtin_popcountll(marks);
        do {
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
            marks = tadrib_write_place(marks, place, next++);
        } while (marks);
        place += 64;
        // In plain rows there are as many line feeds as whole rows. If not, nothing behind the first other row is of use.
        if (count - result.line_feeds * columns >= columns) break;
    }
    result.rows = count / columns < most ? count / columns : most;
    // What was looked at behind the last whole row does not count.
    const size_t end = place < limit ? place : limit;
    for (size_t rest = (size_t)ends[(ptrdiff_t)(result.rows * columns) - 1] + 1; rest < end; rest += 64) {
        const uint64_t counted = end - rest < 64 ? ((uint64_t)1 << (end - rest)) - 1 : ~(uint64_t)0;
        result.quotes -= (size_t)__builtin_popcountll(tadrib_places_of('"', base + rest) & counted);
        result.line_feeds -= (size_t)__builtin_popcountll(tadrib_places_of('\n', base + rest) & counted);
    }
    return result;
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,popcnt"))) static inline struct tadrib_field_ends tadrib_find_field_ends_wide(
    const uint8_t *base, size_t place, size_t limit, size_t columns, size_t most, int32_t *ends) {
    return tadrib_find_field_ends_here(base, place, limit, columns, most, ends);
}
#endif

// Finds the commas and line feeds outside quotes that end the fields of the next rows, at most so many, from `place`, where a row starts.
// `ends` has room for all of them and for 128 more; the place before it gets that of the byte before the first row.
// 64 bytes behind the limit are read.
static inline struct tadrib_field_ends tadrib_find_field_ends(
    const uint8_t *base, size_t place, size_t limit, size_t columns, size_t most, int32_t *ends) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"))
        return tadrib_find_field_ends_wide(base, place, limit, columns, most, ends);
#endif
    return tadrib_find_field_ends_here(base, place, limit, columns, most, ends);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline size_t tadrib_read_decimals_wide(
    const uint8_t *base, const int32_t *starts, const int32_t *lengths, size_t count, int64_t missing, int64_t odd,
    int64_t *numbers, int *has_odd) {
    const __m256i zero = _mm256_setzero_si256(), one = _mm256_set1_epi64x(1);
    // The last byte of each word is behind the field, and is taken for a point, so that there always is one.
    const __m256i behind = _mm256_set1_epi64x((int64_t)0xFF00000000000000);
    // How long a field must be at least to reach a byte of its word.
    const __m256i reach = _mm256_set1_epi64x(0x7F00010203040506);
    const __m256i low_byte = _mm256_set_epi64x(0x0808080808080808, 0, 0x0808080808080808, 0);
    // What the last digit is worth, by where the first point is; nothing where no digit follows the point, or six do.
    const __m256i worths = _mm256_setr_epi32(0, 1, 10, 100, 1000, 10000, 0, 1000000);
    __m256i all_odd = zero;
    size_t row = 0;
    for (; row + 4 <= count; row += 4) {
        uint64_t words[4];
        for (int lane = 0; lane < 4; lane++) memcpy(words + lane, base + starts[row + lane] + lengths[row + lane] - 7, 8);
        const __m256i bytes = _mm256_set_epi64x((int64_t)words[3], (int64_t)words[2], (int64_t)words[1], (int64_t)words[0]);
        const __m128i length = _mm_loadu_si128((const __m128i *)(lengths + row));
        const __m256i field = _mm256_cmpgt_epi8(_mm256_shuffle_epi8(_mm256_cvtepi32_epi64(length), low_byte), reach);
        const __m256i digits = _mm256_and_si256(_mm256_sub_epi8(bytes, _mm256_set1_epi8('0')), field);
        const __m256i points =
            _mm256_or_si256(_mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('.')), field), behind);
        // What stands before the first point moves up by a byte and closes the gap.
        const __m256i unit = _mm256_and_si256(points, _mm256_sub_epi64(zero, points));
        const __m256i before = _mm256_sub_epi64(unit, one);
        const __m256i point = _mm256_sub_epi64(_mm256_slli_epi64(unit, 8), unit);
        const __m256i all = _mm256_or_si256(_mm256_slli_epi64(_mm256_and_si256(digits, before), 8),
                                            _mm256_andnot_si256(_mm256_or_si256(before, point), digits));
        const __m256i place = _mm256_sad_epu8(_mm256_and_si256(before, _mm256_set1_epi8(1)), zero);
        const __m256i worth = _mm256_permutevar8x32_epi32(worths, place);
        // Pairs of digits, then fours of them, then all eight.
        const __m256i pairs = _mm256_maddubs_epi16(all, _mm256_set1_epi16(0x010A));
        const __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
        const __m256i number =
            _mm256_add_epi64(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10000)), _mm256_srli_epi64(fours, 32));
        const __m256i above_nine = _mm256_subs_epu8(all, _mm256_set1_epi8(9));
        const __m256i is_long = _mm256_cvtepi32_epi64(_mm_cmpgt_epi32(length, _mm_set1_epi32(7)));
        const __m256i is_plain = _mm256_andnot_si256(_mm256_or_si256(is_long, _mm256_cmpeq_epi64(worth, zero)),
                                                     _mm256_cmpeq_epi64(above_nine, zero));
        const __m256i is_empty = _mm256_cvtepi32_epi64(_mm_cmpeq_epi32(length, _mm_setzero_si128()));
        __m256i result = _mm256_blendv_epi8(_mm256_set1_epi64x(odd), _mm256_mul_epu32(number, worth), is_plain);
        result = _mm256_blendv_epi8(result, _mm256_set1_epi64x(missing), is_empty);
        _mm256_storeu_si256((__m256i *)(numbers + row), result);
        all_odd = _mm256_or_si256(all_odd, _mm256_cmpeq_epi64(result, _mm256_set1_epi64x(odd)));
    }
    *has_odd = !_mm256_testz_si256(all_odd, all_odd);
    return row;
}
#endif

// Reads decimals of at most seven bytes in millionths, four at a time; gives how many were looked at, which is none where the processor
// cannot. In place of a number stand `missing` for an empty field, and `odd` for one that is no such decimal, which `has_odd` says.
// Seven bytes before the start of each field and one behind its end are read.
static inline size_t tadrib_read_decimals(const uint8_t *base, const int32_t *starts, const int32_t *lengths, size_t count,
                                          int64_t missing, int64_t odd, int64_t *numbers, int *has_odd) {
    *has_odd = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return tadrib_read_decimals_wide(base, starts, lengths, count, missing, odd, numbers, has_odd);
#endif
    return 0;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline void tadrib_read_uuids_wide(
    const uint8_t *base, const int32_t *starts, const int32_t *lengths, size_t count, uint64_t *words, int32_t *others) {
    static const uint8_t none[36];
    const __m128i dash = _mm_set1_epi8('-');
    const __m128i hexadecimal =
        _mm_setr_epi8('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f');
    // The first sixteen digits, and the last, without the dashes between them.
    const __m128i first_of_start = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, -1, -1);
    const __m128i first_of_middle = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1);
    const __m128i last_of_middle = _mm_setr_epi8(3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1);
    const __m128i last_of_end = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 12, 13, 14, 15);
    const __m128i low = _mm_set1_epi8(15), nine = _mm_set1_epi8('9'), more = _mm_set1_epi8(9);
    const __m128i weights = _mm_set1_epi16(0x0110);
    for (size_t row = 0; row < count; row++) {
        const uint8_t *text = lengths[row] == 36 ? base + starts[row] : none;
        const __m128i start = _mm_loadu_si128((const __m128i *)text);
        const __m128i middle = _mm_loadu_si128((const __m128i *)(text + 16));
        const __m128i end = _mm_loadu_si128((const __m128i *)(text + 20));
        const int dashes = (_mm_movemask_epi8(_mm_cmpeq_epi8(start, dash)) & 0x2100) |
                           (_mm_movemask_epi8(_mm_cmpeq_epi8(middle, dash)) & 0x84);
        const __m128i first = _mm_or_si128(_mm_shuffle_epi8(start, first_of_start), _mm_shuffle_epi8(middle, first_of_middle));
        const __m128i last = _mm_or_si128(_mm_shuffle_epi8(middle, last_of_middle), _mm_shuffle_epi8(end, last_of_end));
        const __m128i first_digits =
            _mm_add_epi8(_mm_and_si128(first, low), _mm_and_si128(_mm_cmpgt_epi8(first, nine), more));
        const __m128i last_digits =
            _mm_add_epi8(_mm_and_si128(last, low), _mm_and_si128(_mm_cmpgt_epi8(last, nine), more));
        // A byte that is no lower-case digit differs from the digit of its value.
        const __m128i same = _mm_and_si128(_mm_cmpeq_epi8(_mm_shuffle_epi8(hexadecimal, first_digits), first),
                                           _mm_cmpeq_epi8(_mm_shuffle_epi8(hexadecimal, last_digits), last));
        _mm_storeu_si128((__m128i *)(words + 2 * row), _mm_packus_epi16(_mm_maddubs_epi16(first_digits, weights),
                                                                        _mm_maddubs_epi16(last_digits, weights)));
        others[row] = dashes == 0x2184 && _mm_movemask_epi8(same) == 0xFFFF ? 0 : -1;
    }
}
#endif

// Reads UUIDs in lower-case hexadecimal, two words for each; -1 in `others` for a text that is none, else 0. False, and nothing is
// done, where the processor cannot.
static inline _Bool tadrib_read_uuids(const uint8_t *base, const int32_t *starts, const int32_t *lengths, size_t count,
                                      uint64_t *words, int32_t *others) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        tadrib_read_uuids_wide(base, starts, lengths, count, words, others);
        return 1;
    }
#endif
    return 0;
}
