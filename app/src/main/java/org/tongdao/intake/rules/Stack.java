package org.tongdao.intake.rules;

import org.tongdao.terms.Size;

/** The box around many equal pieces, built up side by side so that it stays as cubic as it can. */
final class Stack {

    private Stack() {}

    static Size of(Size piece, int pieces) {
        int[] side = {piece.lengthMm(), piece.widthMm(), piece.heightMm()};
        int[] times = {1, 1, 1};
        while ((long) times[0] * times[1] * times[2] < pieces) {
            int shortest = 0;
            for (int i = 1; i < 3; i++) {
                if (side[i] * times[i] < side[shortest] * times[shortest]) {
                    shortest = i;
                }
            }
            times[shortest]++;
        }
        return new Size(side[0] * times[0], side[1] * times[1], side[2] * times[2]);
    }
}
