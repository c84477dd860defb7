package org.tongdao.yard;

import java.util.SplittableRandom;

/** Two schedules of one shop make a third. */
final class ShopCross {

    private ShopCross() {}

    /** Some jobs keep their place in the order of {@code a}, the others come in the order of {@code b}; the machine of each operation is drawn from one of both. */
    static void cross(ShopState a, ShopState b, ShopState child, SplittableRandom random) {
        var instance = a.instance;
        var kept = new boolean[instance.jobs()];
        for (int job = 0; job < kept.length; job++) {
            kept[job] = random.nextBoolean();
        }
        int share = 1 + random.nextInt(9);
        child.clear();
        int from = 0;
        for (int o : a.order) {
            int put = o;
            if (!kept[instance.jobOf(o)]) {
                while (kept[instance.jobOf(b.order[from])]) {
                    from++;
                }
                put = b.order[from++];
            }
            child.append(put, random.nextInt(10) < share ? a.machine[put] : b.machine[put]);
        }
        child.reckon();
    }

    /** Operations on another machine or behind another operation. */
    static int distance(ShopState a, ShopState b) {
        int distance = 0;
        for (int o = 0; o < a.machine.length; o++) {
            distance += a.machine[o] != b.machine[o] || a.prev[o] != b.prev[o] ? 1 : 0;
        }
        return distance;
    }
}
