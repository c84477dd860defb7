package org.tongdao.routing;

import java.util.Arrays;

/** Labels at one node, in no order. */
final class Bag {

    int[] labels = new int[4];
    int size;

    void add(int label) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
        }
        labels[size++] = label;
    }

    static Bag[] many(int count) {
        var bags = new Bag[count];
        Arrays.setAll(bags, i -> new Bag());
        return bags;
    }
}
