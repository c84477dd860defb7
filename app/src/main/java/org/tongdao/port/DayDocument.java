package org.tongdao.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.DayCheck;
import org.tongdao.yard.DayKeep;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.DayTrainFile;
import org.tongdao.yard.YardClosure;
import org.tongdao.yard.YardLayoutFile;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardRules;

/** What {@code yard schedule --json} prints: station, trains, disturbances and plan, so that {@code yard check} needs nothing else. docs/formats/yard-day.md. */
record DayDocument(
        String kind,
        String station,
        YardMode mode,
        List<YardPriority> order,
        Instant now,
        DayPlan.Figures figures,
        double gap,
        int moved,
        long rounds,
        double seconds,
        List<String> verdict,
        List<DayStep> steps,
        List<YardClosure> closures,
        List<String> stationFile,
        List<String> trainFile,
        @Nullable DayWagons wagons,
        @Nullable List<String> notAsked) {

    static final String KIND = "yard-day";

    static DayDocument of(
            DayQuestion question, DayPlan plan, double seconds, List<String> stationFile, DayWagons wagons) {
        var verdict = new ArrayList<String>();
        plan.findings().forEach(f -> verdict.add(YardWords.text(f)));
        DayCheck.check(question, plan.steps()).forEach(f -> verdict.add(YardWords.text(f)));
        wagons.check(question).forEach(f -> verdict.add(YardWords.text(f)));
        var trains = new ArrayList<String>();
        trains.add(DayTrainFile.HEADER);
        question.trains().forEach(t -> trains.add(DayTrainFile.line(t)));
        return new DayDocument(
                KIND,
                question.layout().id(),
                question.rules().mode(),
                question.rules().order(),
                question.now(),
                plan.figures(),
                Math.round(1e4 * plan.figures().gap()) / 1e4,
                plan.moved(),
                plan.rounds(),
                seconds,
                verdict,
                plan.steps(),
                question.closures(),
                stationFile,
                trains,
                wagons,
                wagons.notAsked(question).stream().map(YardWords::text).toList());
    }

    /** The question that the plan answers; what had begun is fixed. */
    DayQuestion question() {
        var layout = YardLayoutFile.read("stationFile", stationFile)
                .layout()
                .orElseThrow(() -> new IllegalArgumentException("its station file has errors"));
        var trains = DayTrainFile.read("trainFile", trainFile).trains();
        var fixed = steps.stream().filter(DayStep::fixed).toList();
        return new DayQuestion(
                layout, trains, new YardRules(mode, order), now, closures, List.of(), fixed, List.of(), DayKeep.TIMES);
    }

    /** A document of before wagons were asked has none. */
    private DayWagons onward() {
        return wagons == null ? DayWagons.NONE : wagons;
    }

    /** What was not asked, which is no fault of the plan. */
    List<String> open() {
        return onward().notAsked(question()).stream().map(YardWords::text).toList();
    }

    /** Judges the document by itself. */
    List<Finding> check() {
        var question = question();
        var findings = new ArrayList<>(DayCheck.check(question, steps));
        findings.addAll(onward().check(question));
        steps.stream()
                .filter(s -> s.fixed() && s.begin().isAfter(now))
                .forEach(s -> findings.add(Finding.error(
                        "YARD-FUTURE",
                        Place.of(s.trainId() + " " + s.stage()),
                        s.begin().toString(),
                        "It cannot be told before it begins.")));
        long dwell = 0;
        for (var train : question.trains()) {
            for (var step : steps) {
                boolean leaves = step.stage() == org.tongdao.yard.YardStage.DEPARTURE
                        && step.trainId().equals(train.id());
                dwell += leaves ? step.end().getEpochSecond() - train.arrival().getEpochSecond() : 0;
            }
        }
        if (dwell != figures.dwell()) {
            findings.add(Finding.error(
                    "YARD-FIGURES",
                    Place.of("dwell"),
                    "" + figures.dwell(),
                    "By the steps it is " + dwell + " seconds."));
        }
        return findings;
    }

    String line() {
        return "%s: %d trains leave, %d late by %.1f weighted hours, mean dwell %.2f h, cost at most %.1f %% above the bound, %d schedules in %.2f s, %s"
                .formatted(
                        station,
                        figures.trains(),
                        figures.lateTrains(),
                        figures.weightedLate() / 3600.0,
                        figures.trains() == 0 ? 0 : figures.dwell() / 3600.0 / figures.trains(),
                        100 * figures.gap(),
                        rounds + 1,
                        seconds,
                        verdict.isEmpty() ? "checked, in order" : verdict.size() + " findings");
    }
}
