package org.tongdao.terms;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole number over weights so that the parts sum exactly to it (Hamilton's method). */
final class LargestRemainder {

    private LargestRemainder() {}

    static long[] split(long whole, long[] weights) {
        long sum = Arrays.stream(weights).reduce(0, Math::addExact);
        if (sum <= 0 || Arrays.stream(weights).anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException(
                    "weights must not be negative and must have a positive sum: " + Arrays.toString(weights));
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        var total = BigInteger.valueOf(Math.abs(whole));
        for (int i = 0; i < weights.length; i++) {
            var both = total.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = both[0].longValueExact();
            remainders[i] = both[1].longValueExact();
        }
        giveRest(Math.abs(whole), parts, remainders);
        return whole < 0 ? Arrays.stream(parts).map(p -> -p).toArray() : parts;
    }

    private static void giveRest(long whole, long[] parts, long[] remainders) {
        long rest = whole - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
                .limit(rest)
                .forEach(i -> parts[i]++);
    }
}
