package org.tongdao.yard;

/** What a schedule costs: weighted lateness, dwell, and a little for waiting by the order of the five priorities, which decides between like schedules. */
final class DayCost {

    private static final long UNPLACED = 100L * 86_400;
    /** Seconds of dwell that one changed step is worth when a plan is in force. */
    private static final long CHANGE = 240;

    private final DayModel model;
    private final long[] arrival;
    private final long[] due;
    long late;
    long dwell;
    int lateTrains;
    int departed;
    int moved;
    /** Trains that still stand on a unit when it is reserved for another. */
    int intruders;

    DayCost(DayModel model) {
        this.model = model;
        int n = model.question.trains().size();
        arrival = new long[n];
        due = new long[n];
        for (int t = 0; t < n; t++) {
            var train = model.question.trains().get(t);
            arrival[t] = train.arrival().getEpochSecond();
            due[t] = train.due().map(java.time.Instant::getEpochSecond).orElse(DayUnits.NEVER);
        }
    }

    long of(DayChoice[] choices) {
        late = 0;
        dwell = 0;
        lateTrains = 0;
        departed = 0;
        moved = 0;
        intruders = 0;
        long cost = 0;
        for (int t = 0; t < arrival.length; t++) {
            var departure = choices[model.departures[t]];
            if (departure.begin >= DayUnits.NEVER) {
                cost += UNPLACED;
            } else {
                departed++;
                dwell += departure.end - arrival[t];
                if (departure.begin > due[t]) {
                    lateTrains++;
                    late += (departure.begin - due[t])
                            * model.question.trains().get(t).weight();
                }
            }
        }
        model.reservations.forEach(r -> intrude(r, choices, false));
        return cost + intruders * UNPLACED + DayPlan.LATE_WEIGHT * late + dwell + small(choices);
    }

    /** Bars intruders from the unit until it is free for all; answers whether anybody was barred. */
    boolean bar(DayChoice[] choices) {
        intruders = 0;
        model.reservations.forEach(r -> intrude(r, choices, true));
        return intruders > 0;
    }

    private void intrude(DayModel.Reservation kept, DayChoice[] choices, boolean bar) {
        for (var task : model.tasks) {
            for (int number : task.frees) {
                var taker = model.tasks[number];
                boolean meets = taker.train != kept.train()
                        && taker.fixed == null
                        && choices[number].unit == kept.unit()
                        && choices[number].begin < kept.until()
                        && choices[task.number].end > kept.from();
                if (meets) {
                    intruders++;
                    if (bar) {
                        taker.barred.merge(kept.unit(), kept.until(), Math::max);
                    }
                }
            }
        }
    }

    private long small(DayChoice[] choices) {
        long waits = 0;
        for (var task : model.tasks) {
            var choice = choices[task.number];
            if (choice.begin < DayUnits.NEVER) {
                waits += (choice.begin - choice.ready) * (6 - task.rank);
                moved += isMoved(task, choice) ? 1 : 0;
            }
        }
        return waits / 200 + moved * CHANGE;
    }

    /** Lateness, weighted, and dwell of a train whose departure takes {@code length} seconds and is over at {@code leaves}. */
    static long of(DayTrain train, long leaves, long length) {
        long due = train.due().map(java.time.Instant::getEpochSecond).orElse(DayUnits.NEVER);
        return DayPlan.LATE_WEIGHT * train.weight() * Math.max(0, leaves - length - due)
                + leaves
                - train.arrival().getEpochSecond();
    }

    static boolean isMoved(DayTask task, DayChoice choice) {
        return task.hintBegin != Long.MIN_VALUE
                && task.fixed == null
                && (choice.begin != task.hintBegin || choice.unit != task.hint);
    }
}
