package org.tongdao.yard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A train to be scheduled through a station.
 *
 * @param id unique in one question
 * @param arrival told or expected
 * @param gaugeMm it comes on, 0 when it does not matter
 * @param onwardMm it leaves on, 0 when it does not matter
 * @param lengthM 0 when it does not matter
 * @param containers that change wagons; 0 for a train that keeps its wagons
 * @param heaviestKg gross weight of its heaviest box
 * @param inspections what is to be opened; the train waits unless the box is pulled
 * @param due departure that was promised
 * @param weight how much a minute of its lateness counts, 1 as usual
 */
public record DayTrain(
        String id,
        Instant arrival,
        int gaugeMm,
        int onwardMm,
        int lengthM,
        int containers,
        int heaviestKg,
        List<Inspection> inspections,
        Optional<Instant> due,
        int weight) {

    public DayTrain {
        inspections = List.copyOf(inspections);
        if (containers < 0 || weight < 1 || lengthM < 0 || heaviestKg < 0) {
            throw new IllegalArgumentException("train %s: %d containers, weight %d, length %d m, heaviest %d kg"
                    .formatted(id, containers, weight, lengthM, heaviestKg));
        }
    }

    /**
     * One inspection.
     *
     * @param container 1… for one box, lifted off before the others; 0 for the whole train
     * @param pulled whether the train goes on without it: the box, or a bag or a parcel of it, follows with another train
     */
    public record Inspection(int container, boolean pulled) {}

    /** A plain train: any track, one departure promise. */
    public static DayTrain of(String id, Instant arrival, int containers, Optional<Instant> due) {
        return new DayTrain(id, arrival, 0, 0, 0, containers, 0, List.of(), due, 1);
    }

    public boolean changesGauge() {
        return containers > 0;
    }

    public DayTrain withArrival(Instant other) {
        return new DayTrain(id, other, gaugeMm, onwardMm, lengthM, containers, heaviestKg, inspections, due, weight);
    }

    public DayTrain withInspections(List<Inspection> others) {
        return new DayTrain(id, arrival, gaugeMm, onwardMm, lengthM, containers, heaviestKg, others, due, weight);
    }
}
