package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Dice;

/** The trains that come: those asked for, and the background, whose trains of a day depend on seed, station and day only, not on the simulated span. */
final class Arrivals {

    private static final long DAY = 86_400;

    private Arrivals() {}

    static List<Visit> of(YardQuestion question) {
        var visits = new ArrayList<Visit>();
        for (var train : question.trains()) {
            visits.add(new Visit(
                    train.id(),
                    train.arrival().getEpochSecond(),
                    train.containers(),
                    question.station(),
                    question.seed()));
        }
        long from = question.from().getEpochSecond();
        long to = question.from()
                .plus(question.warmUp())
                .plus(question.measured())
                .getEpochSecond();
        for (long day = Math.floorDiv(from, DAY); day * DAY < to; day++) {
            addDay(visits, question, day, from, to);
        }
        return visits;
    }

    private static void addDay(List<Visit> visits, YardQuestion question, long day, long from, long to) {
        var random = Dice.of(question.seed(), "arrivals/" + question.station().id() + '/' + day);
        int count = poisson(random, question.background().trainsPerDay());
        for (int n = 0; n < count; n++) {
            long at = day * DAY + random.nextLong(DAY);
            if (at >= from && at < to) {
                String id = "background/" + day + '/' + n;
                visits.add(new Visit(
                        id, at, question.background().containersPerTrain(), question.station(), question.seed()));
            }
        }
    }

    /** Knuth's product of uniforms; StrictMath, so that every machine counts the same. */
    private static int poisson(java.util.SplittableRandom random, double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
