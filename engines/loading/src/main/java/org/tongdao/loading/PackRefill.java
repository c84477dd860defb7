package org.tongdao.loading;

import java.util.List;

/**
 * Takes parts of a load out and fills them anew by narrow beams, built from either end or both; from what is hardly worse it may go on. First from each of
 * several loads for a while, since where this leads to differs by more than it gains later, then from the best.
 */
final class PackRefill {

    /** Part of the limits for each of the first loads. */
    private static final double WHILE = 0.15;
    /** Part of the limits after which, without gain, this ends. */
    private static final double IN_VAIN = 0.3;
    /** From this part of the limits on nothing is forgiven that is out of balance. */
    private static final double STRICT = 0.83;
    /** Every so many parts are filled from the front wall only, as many from the door only. */
    private static final int ONE_END = 4;
    /** How wide beams are that fill a part anew. */
    private static final int NARROW = 8;
    /** A load that is worse by this part at most may be what the next ones are made of. */
    private static final double YIELDED = 0.002;
    /** After about so many loads in a row that are worse than that the best is taken again. */
    private static final int TRIES = 100;

    private final PackBeam beam;
    private final PackBudget budget;
    private final PackTear tear;
    private boolean begun;

    PackRefill(PackBeam beam, PackBudget budget, PackTear tear) {
        this.beam = beam;
        this.budget = budget;
        this.tear = tear;
    }

    /** Goes on as long as it is of use; the first time from each of these loads. */
    void run(List<PackState> firsts) {
        if (!begun) {
            begun = true;
            firsts.forEach(this::goOnFrom);
        }
        goOnFromBest();
    }

    private void goOnFrom(PackState first) {
        var load = first;
        var top = first;
        double end = budget.spent() + WHILE;
        while (!beam.isOver() && budget.spent() < end) {
            var next = refilled(load);
            top = beam.value(next) > beam.value(top) ? next : top;
            load = isToReturn(load, next) ? top : next;
        }
    }

    private void goOnFromBest() {
        var load = beam.best();
        double gained = budget.spent();
        while (!beam.isOver() && budget.spent() < gained + IN_VAIN) {
            var before = beam.best();
            var next = refilled(load);
            gained = beam.best() == before ? gained : budget.spent();
            load = isToReturn(load, next) ? beam.best() : next;
        }
    }

    private boolean isToReturn(PackState load, PackState next) {
        return next == load && tear.draw(TRIES) == 0;
    }

    /** The load with a part filled anew, or the load itself where it would become too much worse. */
    private PackState refilled(PackState load) {
        int kind = tear.draw(PackWorker.KINDS_OF_BEAMS);
        int end = tear.draw(ONE_END);
        beam.begin(kind, end != 0, end != 1, Math.max(0, 1 - budget.spent() / STRICT));
        var next = beam.runWithHope(tear.torn(load), NARROW, beam.value(load) * (1 - YIELDED));
        return next == null ? load : next;
    }
}
