package org.tongdao.yard;

import java.util.List;

/**
 * A train as it is made up on the next railway's gauge, before it may leave.
 *
 * @param id its number
 * @param wagons from the locomotive to the end
 */
public record OnwardTrain(String id, List<OnwardWagon> wagons) {

    public OnwardTrain {
        wagons = List.copyOf(wagons);
    }

    public long grossKg() {
        return wagons.stream().mapToLong(OnwardWagon::grossKg).sum();
    }

    public long brakedKg() {
        return wagons.stream().mapToLong(OnwardWagon::brakedKg).sum();
    }

    public long lengthMm() {
        return wagons.stream().mapToLong(OnwardWagon::lengthMm).sum();
    }
}
