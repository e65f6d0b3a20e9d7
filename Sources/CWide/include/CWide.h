// Four numbers at once, as true vectors.
//
// The standard library of Swift adds, multiplies and selects SIMD values lane by lane and leaves it to the optimizer to
// find the vectors again, which in long functions it does by halves, two numbers at a time. These few operations are
// vectors from the start, on every machine. Each is one operation of IEEE 754, rounded once; none is fused with another,
// so that results are the same to the last bit everywhere.
#pragma once

#define CWIDE static inline __attribute__((always_inline, unused))

typedef float CFour __attribute__((ext_vector_type(4)));
typedef int CFourInts __attribute__((ext_vector_type(4)));

CWIDE CFour CFourAdd(CFour a, CFour b) { return a + b; }
CWIDE CFour CFourSubtract(CFour a, CFour b) { return a - b; }
CWIDE CFour CFourMultiply(CFour a, CFour b) { return a * b; }
CWIDE CFour CFourDivide(CFour a, CFour b) { return a / b; }
CWIDE CFour CFourNegate(CFour a) { return -a; }

// Comparisons: all bits set where they hold.
CWIDE CFourInts CFourGreater(CFour a, CFour b) { return a > b; }
CWIDE CFourInts CFourNotLess(CFour a, CFour b) { return a >= b; }
CWIDE CFourInts CFourEqual(CFour a, CFour b) { return a == b; }

CWIDE CFour CFourFromBits(CFourInts a) { return __builtin_bit_cast(CFour, a); }
CWIDE CFourInts CFourBits(CFour a) { return __builtin_bit_cast(CFourInts, a); }

// `a` where the bits of the mask are set, else `b`.
CWIDE CFourInts CFourIntsSelect(CFourInts mask, CFourInts a, CFourInts b) { return (a & mask) | (b & ~mask); }
CWIDE CFour CFourSelect(CFourInts mask, CFour a, CFour b) {
    return CFourFromBits(CFourIntsSelect(mask, CFourBits(a), CFourBits(b)));
}
// The larger and the smaller; `a` where they are equal or one is not a number.
CWIDE CFour CFourLarger(CFour a, CFour b) { return CFourSelect(b > a, b, a); }
CWIDE CFour CFourSmaller(CFour a, CFour b) { return CFourSelect(b < a, b, a); }
// The largest of four, by the same comparisons.
CWIDE float CFourLargest(CFour a) {
    CFour two = CFourLarger(a, __builtin_shufflevector(a, a, 2, 3, 2, 3));
    return two[1] > two[0] ? two[1] : two[0];
}

// Whole numbers wrap around.
typedef unsigned CFourUnsigned __attribute__((ext_vector_type(4)));
CWIDE CFourInts CFourIntsAdd(CFourInts a, CFourInts b) { return (CFourInts)((CFourUnsigned)a + (CFourUnsigned)b); }
CWIDE CFourInts CFourIntsSubtract(CFourInts a, CFourInts b) { return (CFourInts)((CFourUnsigned)a - (CFourUnsigned)b); }
CWIDE CFourInts CFourIntsMultiply(CFourInts a, CFourInts b) { return (CFourInts)((CFourUnsigned)a * (CFourUnsigned)b); }
CWIDE CFourInts CFourIntsGreater(CFourInts a, CFourInts b) { return a > b; }
CWIDE CFourInts CFourIntsAnd(CFourInts a, CFourInts b) { return a & b; }
CWIDE CFourInts CFourIntsOr(CFourInts a, CFourInts b) { return a | b; }
CWIDE CFourInts CFourIntsNot(CFourInts a) { return ~a; }
CWIDE CFourInts CFourIntsUp(CFourInts a, int bits) { return (CFourInts)((CFourUnsigned)a << (unsigned)(bits & 31)); }
CWIDE CFourInts CFourIntsDown(CFourInts a, int bits) { return a >> (bits & 31); }
// Whether a bit is set in any of four masks.
CWIDE _Bool CFourIntsAny(CFourInts a) {
    typedef long long Two __attribute__((ext_vector_type(2)));
    Two two = __builtin_bit_cast(Two, a);
    return (two[0] | two[1]) != 0;
}
