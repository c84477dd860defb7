package org.tongdao.yard;

import java.util.Arrays;

/**
 * Makes one schedule: facts first, then always the task with the least key, which is when it can begin plus its own bias; the five priorities decide between
 * equals. Tracks are taken one way and each before the locomotive, so no ring of waiting trains closes.
 */
final class DayGeneration {

    private static final long DAY = 86_400;

    private final DayModel model;
    private final DayUnits closed;
    private final DayUnits units;
    private final DayChoice[] choices;
    private final boolean[] done;
    private final int[] waits;
    private final int[] open;
    private int openCount;
    private final long now;
    private final int[] slots;
    private final boolean keepsTimes;

    DayGeneration(DayModel model) {
        this.model = model;
        this.closed = new DayUnits(model);
        this.units = closed.copy();
        int n = model.tasks.length;
        this.choices = new DayChoice[n];
        Arrays.setAll(choices, i -> new DayChoice());
        this.done = new boolean[n];
        this.waits = new int[n];
        this.open = new int[n];
        this.now = model.question.now().getEpochSecond();
        this.keepsTimes = model.question.keep() == DayKeep.TIMES;
        this.slots = model.question.layout().slots().stream().mapToInt(i -> i).toArray();
    }

    /** Places of all tasks; those that can be placed nowhere begin {@link DayUnits#NEVER}. {@code bias} by task, {@code kept} by train. */
    DayChoice[] make(long[] bias, boolean[] kept) {
        units.copyFrom(closed);
        openCount = 0;
        for (var task : model.tasks) {
            done[task.number] = false;
            choices[task.number].known = false;
            choices[task.number].set(DayUnits.NEVER, DayUnits.NEVER, -1, -1);
            waits[task.number] = task.before.length + (task.box >= 0 ? 1 : 0);
        }
        facts();
        openCount = 0;
        for (var task : model.tasks) {
            if (!done[task.number] && waits[task.number] == 0) {
                open[openCount++] = task.number;
            }
        }
        while (openCount > 0) {
            int at = least(bias, kept);
            var task = model.tasks[open[at]];
            if (choices[task.number].begin >= DayUnits.NEVER) {
                break;
            }
            open[at] = open[--openCount];
            book(task);
        }
        return choices;
    }

    private void facts() {
        Arrays.stream(model.tasks)
                .filter(t -> t.fixed != null)
                .sorted(java.util.Comparator.comparing(t -> fact(t).begin()))
                .forEach(this::tell);
    }

    private static DayStep fact(DayTask task) {
        var fact = task.fixed;
        if (fact == null) {
            throw new IllegalStateException("task " + task.node + " was not told");
        }
        return fact;
    }

    private void tell(DayTask task) {
        var fact = fact(task);
        var choice = choices[task.number];
        choice.ready = fact.ready().getEpochSecond();
        choice.set(
                fact.begin().getEpochSecond(),
                fact.end().getEpochSecond(),
                model.unit(DayFlow.shownOn(fact.stage()), fact.unit()),
                DayFlow.second(fact.stage())
                        .map(r -> model.unit(r, fact.second()))
                        .orElse(-1));
        choice.known = true;
        book(task);
    }

    private int least(long[] bias, boolean[] kept) {
        int best = 0;
        long bestKey = Long.MAX_VALUE;
        for (int i = 0; i < openCount; i++) {
            var task = model.tasks[open[i]];
            var choice = choices[task.number];
            if (!choice.known) {
                choose(task, choice, kept[task.train]);
            }
            long key = key(task, choice, bias[task.number], kept[task.train]);
            if (key < bestKey || key == bestKey && task.number < model.tasks[open[best]].number) {
                bestKey = key;
                best = i;
            }
        }
        return best;
    }

    private static long key(DayTask task, DayChoice choice, long bias, boolean kept) {
        if (choice.begin >= DayUnits.NEVER) {
            return DayUnits.NEVER * 8 + task.rank;
        }
        long begin = kept ? Math.max(choice.begin, task.hintBegin) : choice.begin;
        return (begin + bias) * 8 + task.rank;
    }

    private void choose(DayTask task, DayChoice choice, boolean kept) {
        choice.known = true;
        choice.ready = ready(task);
        long ready = kept && keepsTimes ? Math.max(choice.ready, task.hintBegin) : choice.ready;
        choice.set(DayUnits.NEVER, DayUnits.NEVER, -1, -1);
        if (task.node.stage() == YardStage.TRANSLOADING) {
            int track = choices[task.before[0]].unit;
            onUnit(task, choice, track, ready);
            return;
        }
        if (task.hint >= 0 && contains(task.units, task.hint)) {
            onUnit(task, choice, task.hint, ready);
        }
        for (int unit : task.units) {
            if (unit != task.hint && choice.begin > ready) {
                onUnit(task, choice, unit, ready);
            }
        }
    }

    private long ready(DayTask task) {
        long ready = Math.max(
                Math.max(now, task.notBefore), model.train(task).arrival().getEpochSecond());
        for (int before : task.before) {
            ready = Math.max(ready, choices[before].end);
        }
        return task.box < 0 ? ready : Math.max(ready, choices[task.box].begin + hangs(task));
    }

    /** Seconds from the start of the transload until the box of an inspection hangs free, by the crane set that works. */
    private long hangs(DayTask task) {
        int crane = choices[task.box].second;
        double rate = crane < 0 ? 0 : model.units.get(crane).secondsPerLift();
        return DayFlow.rate(model.question.layout(), rate).offSeconds(1 + task.node.part());
    }

    /** Tries a unit with the soonest of its seconds; keeps it when it ends earlier than what is known. */
    private void onUnit(DayTask task, DayChoice choice, int unit, long ready) {
        if (!task.needsSecond) {
            offer(task, choice, unit, -1, ready, task.lengths[0]);
            return;
        }
        for (int i = -1; i < task.seconds.length; i++) {
            int second = i < 0 ? task.hintSecond : task.seconds[i];
            if (i < 0 ? contains(task.seconds, second) : second != task.hintSecond) {
                int position = i < 0 ? indexOf(task.seconds, second) : i;
                if (serves(unit, second)) {
                    offer(task, choice, unit, second, ready, task.length(position));
                }
            }
        }
    }

    private boolean serves(int unit, int second) {
        if (unit < 0) {
            return true;
        }
        var group = model.units.get(second).group();
        return group.isEmpty()
                || model.units.get(second).resource() != YardResource.CRANE
                || group.equals(model.units.get(unit).group());
    }

    private void offer(DayTask task, DayChoice choice, int unit, int second, long ready, long length) {
        boolean own = task.node.stage() != YardStage.TRANSLOADING;
        long begin = Math.max(ready, task.barred.getOrDefault(unit, Long.MIN_VALUE));
        long last = Long.MIN_VALUE;
        while (begin != last && begin < DayUnits.NEVER) {
            last = begin;
            if (task.node.stage() == YardStage.DEPARTURE) {
                begin = slot(begin);
            }
            if (own) {
                begin = units.earliest(
                        unit,
                        task.train,
                        begin,
                        task.keepsTrack ? DayUnits.NEVER : length,
                        task.keepsTrack ? task.keep : length);
            }
            if (second >= 0) {
                begin = units.earliest(second, task.train, begin, length, length);
            }
        }
        if (begin < DayUnits.NEVER && begin + length < choice.end) {
            choice.set(begin, begin + length, unit, second);
        }
    }

    private long slot(long begin) {
        if (slots.length == 0 || begin >= DayUnits.NEVER) {
            return begin;
        }
        long day = Math.floorDiv(begin, DAY) * DAY;
        for (int slot : slots) {
            if (day + slot >= begin) {
                return day + slot;
            }
        }
        return day + DAY + slots[0];
    }

    private void book(DayTask task) {
        var choice = choices[task.number];
        done[task.number] = true;
        if (choice.unit >= 0 && task.node.stage() != YardStage.TRANSLOADING) {
            units.take(choice.unit, task.train, choice.begin, task.keepsTrack ? DayUnits.NEVER : choice.end);
        }
        if (choice.second >= 0) {
            units.take(choice.second, task.train, choice.begin, choice.end);
        }
        for (int taker : task.frees) {
            if (done[taker] && choices[taker].unit >= 0) {
                units.free(choices[taker].unit, task.train, choice.end);
            }
        }
        for (int after : task.after) {
            if (--waits[after] == 0 && !done[after]) {
                open[openCount++] = after;
                choices[after].known = false;
            }
        }
        forget(task);
    }

    /** What was reckoned for tasks that want a resource which has just changed. */
    private void forget(DayTask task) {
        for (int i = 0; i < openCount; i++) {
            var other = model.tasks[open[i]];
            boolean touched = shares(other, task);
            for (int taker : task.frees) {
                touched |= shares(other, model.tasks[taker]);
            }
            choices[other.number].known &= !touched;
        }
    }

    private static boolean shares(DayTask a, DayTask b) {
        var first = DayFlow.shownOn(a.node.stage());
        var other = DayFlow.shownOn(b.node.stage());
        return first == other
                || a.needsSecond
                        && b.needsSecond
                        && DayFlow.second(a.node.stage()).equals(DayFlow.second(b.node.stage()));
    }

    private static boolean contains(int[] values, int value) {
        return indexOf(values, value) >= 0;
    }

    private static int indexOf(int[] values, int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
