package org.tongdao.terms;

/** A mass in whole grams, not negative. */
public record Grams(long value) implements Comparable<Grams> {

    public static final Grams ZERO = new Grams(0);

    public Grams {
        if (value < 0) {
            throw new IllegalArgumentException("negative mass: " + value + " g");
        }
    }

    public static Grams ofKilograms(long kilograms) {
        return new Grams(Math.multiplyExact(kilograms, 1000L));
    }

    public Grams plus(Grams other) {
        return new Grams(Math.addExact(value, other.value));
    }

    public double kilograms() {
        return value / 1000.0;
    }

    @Override
    public int compareTo(Grams other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " g";
    }
}
