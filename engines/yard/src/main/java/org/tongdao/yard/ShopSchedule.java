package org.tongdao.yard;

import java.util.List;

/**
 * When and where each operation of a {@link ShopInstance} runs.
 *
 * @param machines by operation, from 0
 * @param starts by operation, in the instance's time units, from 0
 */
public record ShopSchedule(List<Integer> machines, List<Integer> starts) {

    public ShopSchedule {
        machines = List.copyOf(machines);
        starts = List.copyOf(starts);
    }

    /** The end of the last operation, by the times of the instance. */
    public int makespan(ShopInstance instance) {
        int end = 0;
        for (int o = 0; o < Math.min(instance.operations(), starts.size()); o++) {
            end = Math.max(end, starts.get(o) + instance.time(o, machines.get(o)));
        }
        return end;
    }
}
