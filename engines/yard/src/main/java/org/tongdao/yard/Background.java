package org.tongdao.yard;

/**
 * The traffic of others at a station: trains at random moments (Poisson), the same ones for the same seed, station and day, whoever asks.
 *
 * @param trainsPerDay mean arrivals
 * @param containersPerTrain lifted from each
 */
public record Background(double trainsPerDay, int containersPerTrain) {

    public static final Background NONE = new Background(0, 0);

    public Background {
        if (!(trainsPerDay >= 0 && trainsPerDay <= 200) || containersPerTrain < 0) {
            throw new IllegalArgumentException("background of %s trains a day (0…200) with %d containers each"
                    .formatted(trainsPerDay, containersPerTrain));
        }
    }
}
