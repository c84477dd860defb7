package org.tongdao.yard;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Stations made up for tests. */
final class Layouts {

    private Layouts() {}

    /** Everything in abundance and without time, so that a test can make one thing scarce and slow. */
    static YardStation free() {
        return new YardStation(
                "free",
                "空",
                "Free",
                "FRE",
                all(100),
                1,
                new CraneRate(0, 0.001, 1),
                times(0, Spread.fixed(0)),
                Background.NONE);
    }

    static YardStation with(YardStation station, CraneRate crane, StageTimes times) {
        return new YardStation(
                station.id(),
                station.nameZh(),
                station.nameEn(),
                station.node(),
                station.units(),
                station.cranesPerTrain(),
                crane,
                times,
                station.usual());
    }

    static StageTimes times(double inspectionShare, Spread customs) {
        var none = Spread.fixed(0);
        return new StageTimes(none, customs, none, inspectionShare, none, none, none, none, 0);
    }

    /** A station drawn at random: small, often short of something. */
    static YardStation random(long seed) {
        var dice = new SplittableRandom(seed);
        var units = new EnumMap<YardResource, Integer>(YardResource.class);
        for (var resource : YardResource.values()) {
            units.put(resource, 1 + dice.nextInt(4));
        }
        int perTrain = 1 + dice.nextInt(units.getOrDefault(YardResource.CRANE, 1));
        var crane = new CraneRate(dice.nextInt(20), 20 + dice.nextInt(60), 1 + dice.nextInt(2));
        var times = new StageTimes(
                spread(dice),
                spread(dice),
                spread(dice),
                dice.nextDouble() / 4,
                spread(dice),
                spread(dice),
                spread(dice),
                spread(dice),
                dice.nextInt(30));
        return new YardStation(
                "random" + seed,
                "随机",
                "Random",
                "RND",
                units,
                perTrain,
                crane,
                times,
                new Background(4 + dice.nextInt(12), 60));
    }

    private static Spread spread(SplittableRandom dice) {
        double least = dice.nextInt(30);
        double usual = least + dice.nextInt(30);
        return new Spread(least, usual, usual + dice.nextInt(60));
    }

    private static Map<YardResource, Integer> all(int count) {
        var units = new EnumMap<YardResource, Integer>(YardResource.class);
        for (var resource : YardResource.values()) {
            units.put(resource, count);
        }
        return units;
    }
}
