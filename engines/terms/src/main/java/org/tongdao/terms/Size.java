package org.tongdao.terms;

/**
 * The outer size of a box in whole millimetres, each side at least 1.
 *
 * @param lengthMm along the container
 * @param widthMm across the container
 * @param heightMm upwards
 */
public record Size(int lengthMm, int widthMm, int heightMm) {

    public Size {
        if (lengthMm < 1 || widthMm < 1 || heightMm < 1) {
            throw new IllegalArgumentException(
                    "a side is not positive: " + lengthMm + "×" + widthMm + "×" + heightMm + " mm");
        }
    }

    public long volumeMm3() {
        return (long) lengthMm * widthMm * heightMm;
    }

    @Override
    public String toString() {
        return lengthMm + "×" + widthMm + "×" + heightMm + " mm";
    }
}
