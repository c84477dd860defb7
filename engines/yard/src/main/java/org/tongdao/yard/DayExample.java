package org.tongdao.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongdao.terms.Dice;

/**
 * Days to try a station with: trains at random moments of a day, promised departures some hours later, boxes to be opened.
 *
 * <p>Equal arguments give equal days. The figures of Khorgos in 2025 are 26 trains a day (stats_series.csv) of about 55 boxes.
 */
public final class DayExample {

    private static final int DAY = 86_400;

    private DayExample() {}

    /**
     * A day.
     *
     * @param from first moment
     * @param trains how many come
     * @param containers boxes on each
     * @param inspectionShare share of the boxes that are opened, 0…1
     * @param gaugeMm they come on
     * @param onwardMm they leave on
     */
    public record Wish(Instant from, int trains, int containers, double inspectionShare, int gaugeMm, int onwardMm) {}

    /** Trains in the order of their arrival; every fifth counts double. */
    public static List<DayTrain> of(Wish wish, long seed) {
        var random = Dice.of(seed, "day of " + wish.trains());
        var moments = new ArrayList<Integer>();
        for (int i = 0; i < wish.trains(); i++) {
            moments.add(random.nextInt(DAY / 60) * 60);
        }
        moments.sort(Integer::compare);
        var trains = new ArrayList<DayTrain>();
        for (int i = 0; i < moments.size(); i++) {
            trains.add(train(wish, i, moments.get(i), random));
        }
        return List.copyOf(trains);
    }

    private static DayTrain train(Wish wish, int number, int second, SplittableRandom random) {
        var inspections = new ArrayList<DayTrain.Inspection>();
        for (int box = 1; box <= wish.containers(); box++) {
            if (random.nextDouble() < wish.inspectionShare()) {
                inspections.add(new DayTrain.Inspection(box, random.nextInt(3) == 0));
            }
        }
        var arrival = wish.from().plusSeconds(second);
        return new DayTrain(
                "X%04d".formatted(8001 + 2 * number),
                arrival,
                wish.gaugeMm(),
                wish.onwardMm(),
                700 + 10 * random.nextInt(10),
                wish.containers(),
                24_000 + 100 * random.nextInt(65),
                inspections,
                Optional.of(arrival.plusSeconds(60L * (300 + random.nextInt(360)))),
                number % 5 == 4 ? 2 : 1);
    }
}
