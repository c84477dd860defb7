package org.tongdao.yard;

/** The optimum of a tiny shop: every order of jobs, every machine, each operation as early as it goes. */
final class ShopBruteForce {

    private final ShopInstance shop;
    private int best = Integer.MAX_VALUE;

    ShopBruteForce(ShopInstance shop) {
        this.shop = shop;
    }

    int optimum() {
        var next = new int[shop.jobs()];
        for (int j = 0; j < next.length; j++) {
            next[j] = shop.firstOf(j);
        }
        go(next, new int[shop.jobs()], new int[shop.machines()], 0);
        return best;
    }

    private void go(int[] next, int[] jobFree, int[] machineFree, int makespan) {
        if (makespan >= best) {
            return;
        }
        boolean all = true;
        for (int j = 0; j < next.length; j++) {
            if (next[j] < shop.firstOf(j + 1)) {
                all = false;
                put(j, next, jobFree, machineFree, makespan);
            }
        }
        if (all) {
            best = makespan;
        }
    }

    private void put(int j, int[] next, int[] jobFree, int[] machineFree, int makespan) {
        int o = next[j];
        int ready = jobFree[j];
        for (int m : shop.choices(o)) {
            int free = machineFree[m];
            int end = Math.max(ready, free) + shop.time(o, m);
            next[j]++;
            jobFree[j] = end;
            machineFree[m] = end;
            go(next, jobFree, machineFree, Math.max(makespan, end));
            next[j]--;
            jobFree[j] = ready;
            machineFree[m] = free;
        }
    }
}
