package org.tongdao.emulator.carrier;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongdao.terms.Dice;

/** What lies ahead of one parcel overseas; depends on the seed and its number only. */
enum Fortune {
    DELIVERED,
    DELIVERED_SECOND,
    RETURNED,
    DAMAGED,
    MISSING;

    private static final Map<String, Fortune> WISHES = Map.of(
            "TEST-DAMAGED", DAMAGED,
            "TEST-MISSING", MISSING,
            "TEST-RETURN", RETURNED,
            "TEST-FAIL", DELIVERED_SECOND);

    static Fortune of(Handover.Item item, long seed, CarrierConduct conduct, double failShare) {
        return wished(item.order()).orElseGet(() -> drawn(Dice.of(seed, "fortune|" + item.no()), conduct, failShare));
    }

    /** Was it put away at all? */
    boolean reachesTheShelf() {
        return this != DAMAGED && this != MISSING;
    }

    private static Fortune drawn(SplittableRandom dice, CarrierConduct conduct, double failShare) {
        double u = dice.nextDouble();
        if (u < conduct.loss().damaged()) {
            return DAMAGED;
        }
        if (u < conduct.loss().damaged() + conduct.loss().missing()) {
            return MISSING;
        }
        if (dice.nextDouble() >= failShare * conduct.failsFactor()) {
            return DELIVERED;
        }
        return dice.nextDouble() < conduct.failsAgain() ? RETURNED : DELIVERED_SECOND;
    }

    private static Optional<Fortune> wished(String order) {
        if (!order.contains("TEST-")) {
            return Optional.empty();
        }
        return Optional.of(WISHES.entrySet().stream()
                .filter(wish -> order.contains(wish.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DELIVERED));
    }
}
