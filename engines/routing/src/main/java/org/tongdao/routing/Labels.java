package org.tongdao.routing;

import java.util.Arrays;

/** A pool of partial journeys as columns of ints; a label is its position. */
final class Labels {

    int[] time = new int[4096];
    int[] cost = new int[4096];
    int[] co2 = new int[4096];
    int[] risk = new int[4096];
    /** Services boarded so far. */
    int[] round = new int[4096];

    /** Of a range: which departure. */
    int[] epoch = new int[4096];

    int[] parent = new int[4096];
    /** Stop boarded, or −1 − link. */
    int[] board = new int[4096];

    int[] alight = new int[4096];
    int[] trip = new int[4096];
    /** Whether the border that must be used was used: 1. */
    byte[] border = new byte[4096];

    int size;

    int add() {
        if (size == time.length) {
            int n = 2 * size;
            time = Arrays.copyOf(time, n);
            cost = Arrays.copyOf(cost, n);
            co2 = Arrays.copyOf(co2, n);
            risk = Arrays.copyOf(risk, n);
            round = Arrays.copyOf(round, n);
            epoch = Arrays.copyOf(epoch, n);
            parent = Arrays.copyOf(parent, n);
            board = Arrays.copyOf(board, n);
            alight = Arrays.copyOf(alight, n);
            trip = Arrays.copyOf(trip, n);
            border = Arrays.copyOf(border, n);
        }
        return size++;
    }
}
