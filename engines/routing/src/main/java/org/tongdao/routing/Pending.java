package org.tongdao.routing;

import java.util.Arrays;

/** The labels that board in this round, node by node, taken out of the bags when it begins. */
final class Pending {

    private final int[] first;
    private final int[] end;
    int[] labels = new int[256];
    private int size;
    private int[] nodes = new int[64];
    private int nodesUsed;

    Pending(int nodes) {
        first = new int[nodes];
        end = new int[nodes];
    }

    int first(int node) {
        return first[node];
    }

    /** Same as {@code first} for a node at which nothing boards. */
    int end(int node) {
        return end[node];
    }

    void open(int node) {
        if (nodesUsed == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodesUsed);
        }
        nodes[nodesUsed++] = node;
        first[node] = size;
        end[node] = size;
    }

    void add(int node, int label) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
        }
        labels[size++] = label;
        end[node] = size;
    }

    void clear() {
        for (int i = 0; i < nodesUsed; i++) {
            end[nodes[i]] = first[nodes[i]];
        }
        nodesUsed = 0;
        size = 0;
    }
}
