package org.tongdao.routing;

import java.util.Arrays;

/** Labels at one place in the order in which they came, their times and costs beside them. */
final class Bag {

    int[] labels = new int[4];
    int[] time = new int[4];
    int[] cost = new int[4];
    int size;

    void add(int label, int when, int paid) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
            time = Arrays.copyOf(time, 2 * size);
            cost = Arrays.copyOf(cost, 2 * size);
        }
        labels[size] = label;
        time[size] = when;
        cost[size++] = paid;
    }

    /** Moves one down over those that went. */
    void move(int from, int to) {
        labels[to] = labels[from];
        time[to] = time[from];
        cost[to] = cost[from];
    }

    static void clear(Bag[] bags) {
        for (var bag : bags) {
            bag.size = 0;
        }
    }

    static Bag[] many(int count) {
        var bags = new Bag[count];
        Arrays.setAll(bags, i -> new Bag());
        return bags;
    }
}
