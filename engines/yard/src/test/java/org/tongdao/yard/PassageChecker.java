package org.tongdao.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An independent check of what the simulation says about trains: it knows the rules of a station but nothing of how the simulation works, and tells every
 * breach in words.
 */
final class PassageChecker {

    private static final Map<YardResource, List<YardStage>> ONE_STAGE = Map.of(
            YardResource.CHECK_CREW, List.of(YardStage.ARRIVAL_CHECK),
            YardResource.CUSTOMS_LANE, List.of(YardStage.CUSTOMS),
            YardResource.INSPECTION_BAY, List.of(YardStage.INSPECTION),
            YardResource.LOCOMOTIVE, List.of(YardStage.PLACING, YardStage.PULL_OUT),
            YardResource.WAYBILL_DESK, List.of(YardStage.WAYBILLING),
            YardResource.MARSHALLING_CREW, List.of(YardStage.MARSHALLING),
            YardResource.PATH, List.of(YardStage.DEPARTURE));

    private final YardStation station;
    private final YardMode mode;
    private final List<TrainPassage> passages;
    private final List<String> breaches = new ArrayList<>();

    private record Use(Instant from, Instant to, int amount) {}

    private PassageChecker(YardStation station, YardMode mode, List<TrainPassage> passages) {
        this.station = station;
        this.mode = mode;
        this.passages = passages;
    }

    static List<String> check(YardStation station, YardMode mode, List<TrainPassage> passages) {
        var checker = new PassageChecker(station, mode, passages);
        passages.forEach(checker::checkTrain);
        checker.checkCapacities();
        return checker.breaches;
    }

    private void checkTrain(TrainPassage passage) {
        var check = stage(passage, YardStage.ARRIVAL_CHECK);
        var customs = stage(passage, YardStage.CUSTOMS);
        after(passage, customs, check);
        if (passage.inspected()) {
            after(passage, stage(passage, YardStage.INSPECTION), customs);
        }
        if (passage.find(YardStage.PLACING).isPresent()) {
            checkGaugeChange(passage, check);
        }
        after(passage, stage(passage, YardStage.DEPARTURE), stage(passage, YardStage.MARSHALLING));
        if (stage(passage, YardStage.MARSHALLING).begin().isBefore(passage.supervisionReleased())) {
            breaches.add(passage.trainId() + " is marshalled before supervision released it");
        }
        for (var stage : passage.stages()) {
            if (stage.begin().isBefore(stage.ready()) || stage.end().isBefore(stage.begin())) {
                breaches.add(passage.trainId() + " " + stage.stage() + " runs backwards");
            }
        }
        if (passage.operation().compareTo(passage.dwell()) > 0) {
            breaches.add(passage.trainId() + " is worked on for longer than it stays");
        }
    }

    private void checkGaugeChange(TrainPassage passage, StageRecord check) {
        var placing = stage(passage, YardStage.PLACING);
        after(passage, placing, check);
        after(passage, stage(passage, YardStage.TRANSLOADING), placing);
        after(passage, stage(passage, YardStage.PULL_OUT), stage(passage, YardStage.TRANSLOADING));
        after(passage, stage(passage, YardStage.WAYBILLING), stage(passage, YardStage.PULL_OUT));
        after(passage, stage(passage, YardStage.MARSHALLING), stage(passage, YardStage.WAYBILLING));
        if (mode == YardMode.SERIAL && placing.begin().isBefore(passage.supervisionReleased())) {
            breaches.add(passage.trainId() + " is placed before its release in serial mode");
        }
    }

    private void checkCapacities() {
        ONE_STAGE.forEach((resource, stages) -> check(resource, uses(resource, stages)));
        check(
                YardResource.CRANE,
                spans(YardStage.TRANSLOADING, StageRecord::begin, YardStage.TRANSLOADING, station.cranesPerTrain()));
        check(YardResource.TRANSLOAD_TRACK, spans(YardStage.PLACING, StageRecord::begin, YardStage.PULL_OUT, 1));
        check(YardResource.DEPARTURE_TRACK, spans(YardStage.PULL_OUT, StageRecord::begin, YardStage.DEPARTURE, 1));
        check(YardResource.RECEIVING_TRACK, spans(YardStage.ARRIVAL_CHECK, StageRecord::begin, YardStage.PLACING, 1));
    }

    private List<Use> uses(YardResource resource, List<YardStage> stages) {
        var uses = new ArrayList<Use>();
        for (var stage : stages) {
            uses.addAll(spans(
                    stage, StageRecord::begin, stage, resource == YardResource.CRANE ? station.cranesPerTrain() : 1));
        }
        return uses;
    }

    private List<Use> spans(YardStage first, Function<StageRecord, Instant> from, YardStage last, int amount) {
        return passages.stream()
                .filter(p -> p.find(first).isPresent() && p.find(last).isPresent())
                .map(p -> new Use(from.apply(stage(p, first)), stage(p, last).end(), amount))
                .collect(Collectors.toList());
    }

    /** Sweeps over begins and ends; what ends at a moment is free for what begins at it. */
    private void check(YardResource resource, List<Use> uses) {
        record Change(Instant at, int amount) {}
        var changes = new ArrayList<Change>();
        for (var use : uses) {
            if (use.to().isAfter(use.from())) {
                changes.add(new Change(use.from(), use.amount()));
                changes.add(new Change(use.to(), -use.amount()));
            }
        }
        changes.sort(Comparator.comparing(Change::at).thenComparing(Change::amount));
        int inUse = 0;
        for (var change : changes) {
            inUse += change.amount();
            if (inUse > station.count(resource)) {
                breaches.add(resource + " is used " + inUse + " times at " + change.at() + " but there are "
                        + station.count(resource));
                return;
            }
        }
    }

    private void after(TrainPassage passage, StageRecord later, StageRecord earlier) {
        if (later.begin().isBefore(earlier.end())) {
            breaches.add(passage.trainId() + " begins " + later.stage() + " before " + earlier.stage() + " ended");
        }
    }

    private static StageRecord stage(TrainPassage passage, YardStage stage) {
        return passage.find(stage).orElseThrow(() -> new AssertionError(passage.trainId() + " has no " + stage));
    }
}
