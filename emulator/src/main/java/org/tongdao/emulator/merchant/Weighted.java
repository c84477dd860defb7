package org.tongdao.emulator.merchant;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Draws from a list by whole-number shares. */
record Weighted<T>(List<T> things, int[] upTo) {

    static <T> Weighted<T> of(List<T> things, ToIntFunction<T> share) {
        int[] upTo = new int[things.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += share.applyAsInt(things.get(i));
            upTo[i] = sum;
        }
        return new Weighted<>(List.copyOf(things), upTo);
    }

    T draw(RandomGenerator random) {
        int at = random.nextInt(upTo[upTo.length - 1]);
        int i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return things.get(i);
    }
}
