package org.tongdao.terms;

import java.util.SplittableRandom;

/**
 * Chance that can be repeated: a random stream that depends only on a seed and a key such as a parcel number.
 *
 * <p>What happens to one parcel then does not depend on the order in which parcels are looked at, on threads or on restarts.
 */
public final class Dice {

    private Dice() {}

    /** The stream of {@code key} under {@code seed}; equal arguments give equal streams on every machine. */
    public static SplittableRandom of(long seed, String key) {
        long hash = mix(seed + 0x9E3779B97F4A7C15L);
        for (int i = 0; i < key.length(); i++) {
            hash = mix(hash ^ (key.charAt(i) * 0x100000001B3L));
        }
        return new SplittableRandom(hash);
    }

    /** A triangular draw between {@code min} and {@code max} with its peak at {@code mode}. */
    public static double triangular(SplittableRandom random, double min, double mode, double max) {
        double u = random.nextDouble();
        if (max <= min) {
            return min;
        }
        double cut = (mode - min) / (max - min);
        return u < cut
                ? min + Math.sqrt(u * (max - min) * (mode - min))
                : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
