package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;

/** One way to run a flexible job shop: a machine for each operation and an order on each machine, as linked lists, with the longest ways to and from each operation. */
final class ShopState {

    static final int NONE = -1;

    final ShopInstance instance;
    final int[] machine;
    final int[] time;
    /** Before and after on the machine. */
    final int[] prev;

    final int[] next;
    final int[] first;
    final int[] last;
    /** Longest way to the start; longest way from the end. */
    final int[] head;

    final int[] tail;
    /** Operations so that each comes after what it waits for. */
    final int[] order;

    int makespan;
    private final int[] waits;

    ShopState(ShopInstance instance) {
        this.instance = instance;
        int n = instance.operations();
        machine = new int[n];
        time = new int[n];
        prev = new int[n];
        next = new int[n];
        head = new int[n];
        tail = new int[n];
        order = new int[n];
        waits = new int[n];
        first = new int[instance.machines()];
        last = new int[instance.machines()];
        clear();
    }

    void clear() {
        Arrays.fill(machine, NONE);
        Arrays.fill(prev, NONE);
        Arrays.fill(next, NONE);
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    void copyFrom(ShopState other) {
        int n = machine.length;
        System.arraycopy(other.machine, 0, machine, 0, n);
        System.arraycopy(other.time, 0, time, 0, n);
        System.arraycopy(other.prev, 0, prev, 0, n);
        System.arraycopy(other.next, 0, next, 0, n);
        System.arraycopy(other.head, 0, head, 0, n);
        System.arraycopy(other.tail, 0, tail, 0, n);
        System.arraycopy(other.order, 0, order, 0, n);
        System.arraycopy(other.first, 0, first, 0, first.length);
        System.arraycopy(other.last, 0, last, 0, last.length);
        makespan = other.makespan;
    }

    void append(int o, int onMachine) {
        insert(o, onMachine, last[onMachine]);
    }

    /** Puts an operation on a machine after another, or first with {@link #NONE}. */
    void insert(int o, int onMachine, int after) {
        machine[o] = onMachine;
        time[o] = instance.time(o, onMachine);
        int before = after == NONE ? first[onMachine] : next[after];
        prev[o] = after;
        next[o] = before;
        if (after == NONE) {
            first[onMachine] = o;
        } else {
            next[after] = o;
        }
        if (before == NONE) {
            last[onMachine] = o;
        } else {
            prev[before] = o;
        }
    }

    void remove(int o) {
        int m = machine[o];
        if (prev[o] == NONE) {
            first[m] = next[o];
        } else {
            next[prev[o]] = next[o];
        }
        if (next[o] == NONE) {
            last[m] = prev[o];
        } else {
            prev[next[o]] = prev[o];
        }
    }

    int end(int o) {
        return head[o] + time[o];
    }

    /** End of the operation before in the job. */
    int jobHead(int o) {
        return instance.isFirst(o) ? 0 : head[o - 1] + time[o - 1];
    }

    /** Longest way from the end of {@code o} through the job. */
    int jobTail(int o) {
        return instance.isLast(o) ? 0 : tail[o + 1] + time[o + 1];
    }

    /** Reckons heads, tails and makespan; false when the order runs in a circle. */
    boolean reckon() {
        int n = machine.length;
        int filled = 0;
        for (int o = 0; o < n; o++) {
            waits[o] = (instance.isFirst(o) ? 0 : 1) + (prev[o] == NONE ? 0 : 1);
            if (waits[o] == 0) {
                order[filled++] = o;
            }
        }
        for (int i = 0; i < filled; i++) {
            int o = order[i];
            int before = prev[o] == NONE ? 0 : head[prev[o]] + time[prev[o]];
            head[o] = Math.max(jobHead(o), before);
            if (!instance.isLast(o) && --waits[o + 1] == 0) {
                order[filled++] = o + 1;
            }
            if (next[o] != NONE && --waits[next[o]] == 0) {
                order[filled++] = next[o];
            }
        }
        if (filled < n) {
            return false;
        }
        makespan = 0;
        for (int i = n - 1; i >= 0; i--) {
            int o = order[i];
            int after = next[o] == NONE ? 0 : tail[next[o]] + time[next[o]];
            tail[o] = Math.max(jobTail(o), after);
            makespan = Math.max(makespan, head[o] + time[o]);
        }
        return true;
    }

    ShopSchedule schedule() {
        var machines = new ArrayList<Integer>();
        var starts = new ArrayList<Integer>();
        for (int o = 0; o < machine.length; o++) {
            machines.add(machine[o]);
            starts.add(head[o]);
        }
        return new ShopSchedule(machines, starts);
    }
}
