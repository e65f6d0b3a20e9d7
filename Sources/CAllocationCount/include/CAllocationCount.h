/// Counts heap allocations of each thread: `malloc`, `calloc`, `realloc` and the aligned forms of the whole program go
/// through this module, wherever it is linked. For benchmarks on Linux with glibc.

#ifndef C_ALLOCATION_COUNT_H
#define C_ALLOCATION_COUNT_H

/// Allocations of this thread so far.
unsigned long masthead_allocation_count(void);

/// Gives memory that was freed back to the system, so that what is resident is what is held; nothing without glibc.
void masthead_give_back_free_memory(void);

#endif
