#include "CAllocationCount.h"

#include <errno.h>
#include <stddef.h>

static __thread unsigned long count;

unsigned long masthead_allocation_count(void) { return count; }

#if defined(__GLIBC__)

#include <malloc.h>

void masthead_give_back_free_memory(void) { malloc_trim(0); }

// The C library's own functions, under the names by which it exports them for this purpose.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
    count++;
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count++;
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count++;
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    count++;
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count++;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
    count++;
    void *made = __libc_memalign(alignment, size);
    if (made == NULL) return ENOMEM;
    *place = made;
    return 0;
}

#else

void masthead_give_back_free_memory(void) {}

#endif
