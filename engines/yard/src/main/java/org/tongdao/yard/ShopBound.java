package org.tongdao.yard;

/** What no schedule of a flexible job shop can beat: the longest job, and the work that a group of machines must share. */
final class ShopBound {

    private static final int MOST_MACHINES = 16;

    private ShopBound() {}

    static int of(ShopInstance instance) {
        return Math.max(longestJob(instance), groups(instance));
    }

    private static int longestJob(ShopInstance instance) {
        int longest = 0;
        for (int job = 0; job < instance.jobs(); job++) {
            int length = 0;
            for (int o = instance.firstOf(job); o < instance.firstOf(job + 1); o++) {
                length += instance.shortest(o);
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Operations that only a group of machines can do share these machines, between the least time before and the least time after any of them. */
    private static int groups(ShopInstance instance) {
        int bits = instance.machines();
        if (bits > MOST_MACHINES) {
            return ceiling(work(instance), bits);
        }
        var before = before(instance);
        var masks = masks(instance);
        int best = 0;
        for (int group = 1; group < 1 << bits; group++) {
            long sum = 0;
            int head = Integer.MAX_VALUE;
            int tail = Integer.MAX_VALUE;
            for (int o = 0; o < masks.length; o++) {
                if ((masks[o] & ~group) == 0) {
                    sum += instance.shortest(o);
                    head = Math.min(head, before[o]);
                    tail = Math.min(tail, after(instance, before, o));
                }
            }
            if (sum > 0) {
                best = Math.max(best, head + ceiling(sum, Integer.bitCount(group)) + tail);
            }
        }
        return best;
    }

    private static int[] masks(ShopInstance instance) {
        var masks = new int[instance.operations()];
        for (int o = 0; o < masks.length; o++) {
            for (int machine : instance.choices(o)) {
                masks[o] |= 1 << machine;
            }
        }
        return masks;
    }

    private static int[] before(ShopInstance instance) {
        var before = new int[instance.operations()];
        for (int o = 0; o < before.length; o++) {
            before[o] = instance.isFirst(o) ? 0 : before[o - 1] + instance.shortest(o - 1);
        }
        return before;
    }

    private static int after(ShopInstance instance, int[] before, int o) {
        int last = instance.firstOf(instance.jobOf(o) + 1) - 1;
        return before[last] + instance.shortest(last) - before[o] - instance.shortest(o);
    }

    private static long work(ShopInstance instance) {
        long work = 0;
        for (int o = 0; o < instance.operations(); o++) {
            work += instance.shortest(o);
        }
        return work;
    }

    private static int ceiling(long sum, int parts) {
        return (int) ((sum + parts - 1) / parts);
    }
}
