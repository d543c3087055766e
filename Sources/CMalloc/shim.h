// How the C library takes memory from the system; Glibc, as Swift has it, leaves this header out.
#include <malloc.h>
