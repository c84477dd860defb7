package org.tongdao.yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A {@link DayQuestion} in numbers: units, tasks and what binds them, made once for many schedules. */
final class DayModel {

    final DayQuestion question;
    final List<YardUnit> units;
    final DayTask[] tasks;
    final int[] departures;
    final List<Reservation> reservations = new ArrayList<>();
    private final Map<String, Integer> trainNumbers = new HashMap<>();

    /** A unit kept for one train, which may not be here. */
    record Reservation(int unit, long from, long until, int train) {}

    DayModel(DayQuestion question) {
        this.question = question;
        this.units = question.layout().units();
        var all = new ArrayList<DayTask>();
        this.departures = new int[question.trains().size()];
        for (int train = 0; train < question.trains().size(); train++) {
            trainNumbers.put(question.trains().get(train).id(), train);
            int first = all.size();
            for (var node : DayFlow.nodes(question.trains().get(train))) {
                all.add(new DayTask(all.size(), train, node));
            }
            departures[train] = all.size() - 1;
            bind(train, all.subList(first, all.size()));
        }
        this.tasks = all.toArray(DayTask[]::new);
        for (var task : tasks) {
            choices(task);
            wishes(task);
        }
        for (var task : tasks) {
            task.keep = keep(task);
        }
        question.fixed().forEach(this::fix);
        question.layout().closures().forEach(this::reserve);
        question.closures().forEach(this::reserve);
        question.before().forEach(this::hint);
    }

    DayTrain train(DayTask task) {
        return question.trains().get(task.train);
    }

    /** Whether a task opens a box that its train does not wait for. */
    boolean isPulled(DayTask task) {
        return task.node.stage() == YardStage.INSPECTION
                && train(task).inspections().get(task.node.part()).pulled();
    }

    /** Number of a train, -1 for one that is not here. */
    int trainNumber(String id) {
        return trainNumbers.getOrDefault(id, -1);
    }

    private void bind(int number, List<DayTask> own) {
        var train = question.trains().get(number);
        var after = new HashMap<DayTask, List<Integer>>();
        for (var task : own) {
            var before = DayFlow.before(train, task.node, question.rules().mode()).stream()
                    .map(n -> find(own, n))
                    .toList();
            task.before = before.stream().mapToInt(t -> t.number).toArray();
            before.forEach(b -> after.computeIfAbsent(b, k -> new ArrayList<>()).add(task.number));
            if (DayFlow.waitsForBox(train, task.node)) {
                task.box = find(own, new DayFlow.Node(YardStage.TRANSLOADING, 0)).number;
                after.computeIfAbsent(find(own, new DayFlow.Node(YardStage.TRANSLOADING, 0)), k -> new ArrayList<>())
                        .add(task.number);
            }
            task.frees = own.stream()
                    .filter(t -> DayFlow.keepsTrack(t.node.stage())
                            && DayFlow.freedBy(train.changesGauge(), t.node.stage()) == task.node.stage())
                    .mapToInt(t -> t.number)
                    .toArray();
        }
        after.forEach(
                (task, list) -> task.after = list.stream().mapToInt(i -> i).toArray());
    }

    private static DayTask find(List<DayTask> own, DayFlow.Node node) {
        return own.stream().filter(t -> t.node.equals(node)).findFirst().orElseThrow();
    }

    private void choices(DayTask task) {
        var train = train(task);
        var stage = task.node.stage();
        task.units = suiting(DayFlow.shownOn(stage), train);
        task.keepsTrack = DayFlow.keepsTrack(stage);
        var second = DayFlow.second(stage);
        task.needsSecond = second.isPresent();
        task.seconds = second.map(r -> suiting(r, train)).orElse(new int[0]);
        task.lengths = stage == YardStage.TRANSLOADING
                ? IntStream.of(task.seconds)
                        .mapToLong(u -> DayFlow.seconds(
                                question.layout(), train, stage, units.get(u).secondsPerLift()))
                        .toArray()
                : new long[] {DayFlow.seconds(question.layout(), train, stage, 0)};
        task.rank = stage.priority()
                .map(p -> 1 + question.rules().order().indexOf(p))
                .orElse(YardPriority.values().length + 1);
    }

    private int[] suiting(YardResource resource, DayTrain train) {
        return IntStream.range(0, units.size())
                .filter(u -> units.get(u).resource() == resource && DayFlow.suits(units.get(u), train))
                .toArray();
    }

    private void wishes(DayTask task) {
        for (var pin : question.pins()) {
            if (pin.stage() == task.node.stage()
                    && pin.trainId().equals(train(task).id())) {
                task.notBefore = Math.max(task.notBefore, pin.notBefore().getEpochSecond());
                if (!pin.unit().isEmpty()) {
                    task.units = IntStream.of(task.units)
                            .filter(u -> units.get(u).id().equals(pin.unit()))
                            .toArray();
                }
            }
        }
    }

    /** From the step that takes a track to the end of the one that frees it, without any waiting. */
    private long keep(DayTask task) {
        long sum = least(task);
        if (!task.keepsTrack) {
            return sum;
        }
        for (var other : tasks) {
            boolean between = other.train == task.train
                    && other.node.stage().ordinal() > task.node.stage().ordinal()
                    && other.node.stage().ordinal()
                            <= DayFlow.freedBy(train(task).changesGauge(), task.node.stage())
                                    .ordinal()
                    && other.node.stage() != YardStage.INSPECTION
                    && other.node.stage() != YardStage.CUSTOMS;
            sum += between ? least(other) : 0;
        }
        return sum;
    }

    static long least(DayTask task) {
        return task.lengths.length == 0
                ? 0
                : java.util.Arrays.stream(task.lengths).min().getAsLong();
    }

    private void reserve(YardClosure closure) {
        for (int u = 0; u < units.size() && !closure.trainId().isEmpty(); u++) {
            if (closure.covers(units.get(u), "")) {
                reservations.add(new Reservation(
                        u,
                        closure.from().getEpochSecond(),
                        closure.until().getEpochSecond(),
                        trainNumber(closure.trainId())));
            }
        }
    }

    private void fix(DayStep step) {
        find(step).ifPresent(task -> task.fixed = step);
    }

    private void hint(DayStep step) {
        find(step).ifPresent(task -> {
            task.hint = unit(DayFlow.shownOn(step.stage()), step.unit());
            task.hintSecond = DayFlow.second(step.stage())
                    .map(r -> unit(r, step.second()))
                    .orElse(-1);
            task.hintBegin = step.begin().getEpochSecond();
        });
    }

    private java.util.Optional<DayTask> find(DayStep step) {
        return java.util.Arrays.stream(tasks)
                .filter(t -> step.is(train(t).id(), t.node.stage(), t.node.part()))
                .findFirst();
    }

    /** Number of a unit, -1 for one that is not here. */
    int unit(YardResource resource, String id) {
        for (int u = 0; u < units.size(); u++) {
            if (units.get(u).resource() == resource && units.get(u).id().equals(id)) {
                return u;
            }
        }
        return -1;
    }
}
