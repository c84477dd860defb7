package org.tongdao.emulator.customs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongdao.emulator.customs.TestNumber.Wish;
import org.tongdao.terms.Dice;

/** Decides about a list that is formally right: released, refused or inspected, and when. The same list sent at the same time gets the same course. */
final class Decision {

    private static final int SLOWER = 4;

    private final long seed;
    private final Conduct conduct;
    private final RiskTable risks;

    /** What becomes of a list. */
    private enum Fate {
        RELEASED,
        REVIEWED,
        INSPECTED,
        INSPECTED_AND_REFUSED,
        REFUSED
    }

    Decision(long seed, Conduct conduct) {
        this.seed = seed;
        this.conduct = conduct;
        this.risks = RiskTable.load(conduct.rigour());
    }

    /** The steps after storage at {@code stored}, in the order of their times. */
    List<Step> about(ParcelList list, Instant stored) {
        var dice = Dice.of(seed, "decision|" + list.copNo());
        var test = TestNumber.in(list.orderNo());
        var fate = test.map(Decision::wished).orElseGet(() -> drawn(list, dice));
        var start = test.filter(t -> t.wish() == Wish.DELAY)
                .map(t -> stored.plus(Duration.ofHours(t.amount())))
                .orElse(stored);
        return switch (fate) {
            case RELEASED -> List.of(released(afterWork(list, start, minutes(dice, 8, 20, 150))));
            case REFUSED ->
                List.of(refused(afterWork(list, start, minutes(dice, 10, 30, 180)), doubt(list, test, dice)));
            case REVIEWED -> reviewed(list, start, dice);
            case INSPECTED, INSPECTED_AND_REFUSED -> inspected(list, start, dice, fate);
        };
    }

    private List<Step> reviewed(ParcelList list, Instant start, SplittableRandom dice) {
        var review = afterWork(list, start, minutes(dice, 8, 20, 60));
        var end = afterWork(list, review, minutes(dice, 30, 60, 240));
        return List.of(Step.of(review, Status.MANUAL_REVIEW, "[Code:1300;Desc:人工审核]"), released(end));
    }

    private List<Step> inspected(ParcelList list, Instant start, SplittableRandom dice, Fate fate) {
        var chosen = afterWork(list, start, minutes(dice, 8, 20, 90));
        var end = afterWork(list, chosen, minutes(dice, 90, 240, 720));
        var steps = new ArrayList<Step>();
        steps.add(Step.of(chosen, Status.INSPECTION, "[Code:1500;Desc:查验]"));
        steps.add(fate == Fate.INSPECTED ? released(end) : refused(end, Fault.listFailed("查验不符：" + list.firstGoods())));
        return List.copyOf(steps);
    }

    private Fate drawn(ParcelList list, SplittableRandom dice) {
        var risk = risks.of(list);
        var rigour = conduct.rigour();
        double u = dice.nextDouble();
        double refused = rigour.refused() * risk.refuse();
        double inspected = refused + rigour.inspected() * risk.inspect();
        if (u < refused) {
            return Fate.REFUSED;
        }
        if (u < inspected) {
            return dice.nextDouble() < rigour.refusedAfterInspection() ? Fate.INSPECTED_AND_REFUSED : Fate.INSPECTED;
        }
        return u < inspected + rigour.reviewed() ? Fate.REVIEWED : Fate.RELEASED;
    }

    private static Fate wished(TestNumber test) {
        return switch (test.wish()) {
            case INSPECT -> Fate.INSPECTED;
            case INSPECT_REJECT -> Fate.INSPECTED_AND_REFUSED;
            case MANUAL -> Fate.REVIEWED;
            case REJECT_HS, REJECT_VALUE, REJECT_WEIGHT, REJECT_DUP, REJECT_SIGN -> Fate.REFUSED;
            case OK, DELAY, LATE, REPEAT, DISORDER -> Fate.RELEASED;
        };
    }

    private static Fault doubt(ParcelList list, Optional<TestNumber> test, SplittableRandom dice) {
        var wish = test.map(TestNumber::wish).orElseGet(() -> drawnDoubt(dice));
        return switch (wish) {
            case REJECT_VALUE -> Fault.listFailed("申报价格存疑：" + list.orderNo());
            case REJECT_WEIGHT -> Fault.listInvalid("毛重与申报不符：" + list.copNo());
            case REJECT_DUP -> Fault.listTwice(list.copNo());
            case REJECT_SIGN -> Fault.signature();
            default -> Fault.listFailed("商品编号存疑：" + list.firstGoods());
        };
    }

    private static Wish drawnDoubt(SplittableRandom dice) {
        double u = dice.nextDouble();
        if (u < 0.5) {
            return Wish.REJECT_HS;
        }
        return u < 0.8 ? Wish.REJECT_VALUE : Wish.REJECT_WEIGHT;
    }

    private static Step released(Instant at) {
        return Step.of(at, Status.RELEASED, "[Code:2600;Desc:放行]");
    }

    private static Step refused(Instant at, Fault why) {
        return Step.of(at, Status.REFUSED, why.info());
    }

    private Instant afterWork(ParcelList list, Instant from, Duration work) {
        boolean slow = conduct.during(Incident.Kind.SLOW, from).isPresent();
        var paced =
                Duration.ofMillis(Math.round(work.toMillis() * conduct.rigour().pace()));
        var needed = slow ? paced.multipliedBy(SLOWER) : paced;
        return list.reserved() ? from.plus(needed) : conduct.hours().after(from, needed);
    }

    private static Duration minutes(SplittableRandom dice, double min, double mode, double max) {
        return Duration.ofMillis(Math.round(Dice.triangular(dice, min, mode, max) * 60_000));
    }
}
