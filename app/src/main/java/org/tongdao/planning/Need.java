package org.tongdao.planning;

/**
 * What goods take up on every stretch.
 *
 * @param slots hundredths of a forty-foot container, above 0
 */
record Need(int slots, int kg, int m3) {

    static Need container(long grossG) {
        return new Need(100, kg(grossG), 0);
    }

    private static int kg(long grams) {
        return (int) ((grams + 999) / 1000);
    }

    /** Hundredths of a twenty-foot container. */
    int teu() {
        return 2 * slots;
    }
}
