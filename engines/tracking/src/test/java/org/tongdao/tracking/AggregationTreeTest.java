package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tracking.Samples.BAG;
import static org.tongdao.tracking.Samples.BOX;
import static org.tongdao.tracking.Samples.BROAD;
import static org.tongdao.tracking.Samples.FLAT;
import static org.tongdao.tracking.Samples.NEXT_TRAIN;
import static org.tongdao.tracking.Samples.OTHER;
import static org.tongdao.tracking.Samples.PARCEL;
import static org.tongdao.tracking.Samples.TRAIN;
import static org.tongdao.tracking.Samples.at;
import static org.tongdao.tracking.Samples.seen;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class AggregationTreeTest {

    private static final AggregationTree LIFE = AggregationTree.fold(Samples.life());

    @Test
    void parcelIsInItsBagUntilTheBagIsUnpacked() {
        assertThat(LIFE.parent(PARCEL, at("01-02T01:59"))).isEmpty();
        assertThat(LIFE.parent(PARCEL, at("01-02T02:00"))).contains(BAG);
        assertThat(LIFE.parent(PARCEL, at("01-06T14:59"))).contains(BAG);
        assertThat(LIFE.parent(PARCEL, at("01-06T15:01"))).isEmpty();
    }

    @Test
    void containerChangesWagonsAtTheGaugeChange() {
        assertThat(LIFE.parent(BOX, at("01-03T12:00"))).contains(FLAT);
        assertThat(LIFE.parent(BOX, at("01-04T03:30"))).isEmpty();
        assertThat(LIFE.parent(BOX, at("01-05T00:00"))).contains(BROAD);
        assertThat(LIFE.parent(BOX, at("01-06T10:30"))).isEmpty();
    }

    @Test
    void custodyClimbsToBothTrains() {
        assertThat(LIFE.custody(PARCEL))
                .extracting(Stay::parent)
                .containsExactly(BAG, BOX, FLAT, TRAIN, BROAD, NEXT_TRAIN);
        assertThat(LIFE.findings()).isEmpty();
    }

    @Test
    void secondParentWithoutLeavingTheFirstIsSaidAndTheLaterCounts() {
        var events = List.of(
                Samples.of(Milestone.T070, "01-03T01:00", "URC"),
                Milestone.T070.event(seen(Milestone.T070, "01-03T02:00", "URC"), BROAD, List.of(BOX)));
        var tree = AggregationTree.fold(events);
        assertThat(tree.findings()).extracting(Finding::rule).containsExactly("TREE-TWO-PLACES");
        assertThat(tree.parent(BOX, at("01-03T03:00"))).contains(BROAD);
        assertThat(tree.stays(BOX)).extracting(Stay::lasts).containsExactly(false, true);
    }

    @Test
    void wagonGoesFromTrainToTrainWithoutAFinding() {
        var events = List.of(
                Milestone.T080.event(seen(Milestone.T080, "01-03T02:00", "URC"), TRAIN, List.of(FLAT)),
                Milestone.T080.event(seen(Milestone.T080, "01-20T02:00", "URC"), NEXT_TRAIN, List.of(FLAT)));
        var tree = AggregationTree.fold(events);
        assertThat(tree.findings()).isEmpty();
        assertThat(tree.parent(FLAT, at("01-10T00:00"))).contains(TRAIN);
        assertThat(tree.parent(FLAT, at("01-21T00:00"))).contains(NEXT_TRAIN);
    }

    @Test
    void thingInsideItselfIsRefused() {
        var events = List.of(
                Milestone.T060.event(seen(Milestone.T060, "01-02T01:00", "URC", "1"), BOX, List.of(BAG)),
                Milestone.T050.event(seen(Milestone.T050, "01-02T02:00", "URC", "2"), BAG, List.of(BOX)),
                Milestone.T050.event(seen(Milestone.T050, "01-02T03:00", "URC", "3"), PARCEL, List.of(PARCEL)));
        var tree = AggregationTree.fold(events);
        assertThat(tree.findings()).extracting(Finding::rule).containsExactly("TREE-CYCLE", "TREE-CYCLE");
        assertThat(tree.custody(BAG)).extracting(Stay::parent).containsExactly(BOX);
    }

    @Test
    void takingOutWhatWasNotInsideIsSaid() {
        var tree = AggregationTree.fold(List.of(Samples.of(Milestone.T140, "01-04T03:00", "DST")));
        assertThat(tree.findings()).extracting(Finding::rule).containsExactly("TREE-NOT-INSIDE");
    }

    @Test
    void unpackingWithoutChildrenTakesAllOut() {
        var tree = AggregationTree.fold(List.of(
                Samples.of(Milestone.T050, "01-02T02:00", "URC"), Samples.of(Milestone.T210, "01-06T15:00", "ALA")));
        assertThat(List.of(PARCEL, OTHER))
                .allMatch(p -> tree.parent(p, at("01-07T00:00")).isEmpty());
    }

    @Test
    void sameEventToldTwiceCountsOnce() {
        var twice = new ArrayList<>(Samples.life());
        twice.addAll(Samples.life());
        assertThat(AggregationTree.fold(twice).custody(PARCEL)).isEqualTo(LIFE.custody(PARCEL));
    }

    @Test
    void atMostOneParentAtEveryMoment() {
        for (String thing : List.of(PARCEL, OTHER, BAG, BOX, FLAT, BROAD)) {
            List<Stay> stays = LIFE.stays(thing);
            for (int i = 1; i < stays.size(); i++) {
                assertThat(stays.get(i).from())
                        .isAfterOrEqualTo(stays.get(i - 1).until());
            }
        }
    }
}
