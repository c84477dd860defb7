package org.tongdao.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.ShopCheck;
import org.tongdao.yard.ShopInstance;
import org.tongdao.yard.ShopSchedule;
import org.tongdao.yard.ShopSolver;

/** What {@code yard solve --json} prints: the shop and its schedule, so that {@code yard check} needs nothing else. docs/formats/job-shop.md. */
record ShopDocument(
        String kind,
        String instance,
        int machines,
        int base,
        int makespan,
        int bound,
        boolean proved,
        long moves,
        double seconds,
        List<String> verdict,
        List<Row> operations) {

    static final String KIND = "job-shop";

    /** An operation, what it could run on, and where and when it does; jobs and operations count from 1, machines as in the file. */
    record Row(int job, int operation, int machine, int start, int end, List<Choice> choices) {}

    record Choice(int machine, int time) {}

    static ShopDocument of(String name, int base, ShopInstance shop, ShopSolver.Answer answer, double seconds) {
        var rows = new ArrayList<Row>();
        for (int job = 0; job < shop.jobs(); job++) {
            for (int o = shop.firstOf(job); o < shop.firstOf(job + 1); o++) {
                int machine = answer.schedule().machines().get(o);
                int start = answer.schedule().starts().get(o);
                rows.add(new Row(
                        job + 1,
                        o - shop.firstOf(job) + 1,
                        machine + base,
                        start,
                        start + shop.time(o, machine),
                        choices(shop, o, base)));
            }
        }
        return new ShopDocument(
                KIND,
                name,
                shop.machines(),
                base,
                answer.makespan(),
                answer.bound(),
                answer.isProved(),
                answer.moves(),
                seconds,
                ShopCheck.check(shop, answer.schedule()).stream()
                        .map(YardWords::text)
                        .toList(),
                rows);
    }

    private static List<Choice> choices(ShopInstance shop, int o, int base) {
        var choices = new ArrayList<Choice>();
        for (int m = 0; m < shop.machines(); m++) {
            if (shop.time(o, m) > 0) {
                choices.add(new Choice(m + base, shop.time(o, m)));
            }
        }
        return choices;
    }

    /** Judges the document by itself. A shape that is no shop throws {@link IllegalArgumentException}. */
    List<Finding> check() {
        var sorted = operations.stream()
                .sorted(Comparator.comparingInt(Row::job).thenComparingInt(Row::operation))
                .toList();
        var jobs = new TreeMap<Integer, List<ShopInstance.Operation>>();
        for (var row : sorted) {
            jobs.computeIfAbsent(row.job(), j -> new ArrayList<>()).add(operation(row));
        }
        var shop = ShopInstance.of(machines, List.copyOf(jobs.values()));
        var schedule = new ShopSchedule(
                sorted.stream().map(r -> r.machine() - base).toList(),
                sorted.stream().map(Row::start).toList());
        var findings = new ArrayList<>(ShopCheck.check(shop, schedule));
        for (int o = 0; o < sorted.size(); o++) {
            var row = sorted.get(o);
            if (row.end() != row.start() + shop.time(o, row.machine() - base)) {
                findings.add(Finding.error(
                        "SHOP-END",
                        Place.of("job " + row.job() + " operation " + row.operation()),
                        "" + row.end(),
                        "The end is not the start and the time on the machine."));
            }
        }
        if (schedule.makespan(shop) != makespan) {
            findings.add(Finding.error(
                    "SHOP-MAKESPAN",
                    Place.of(instance),
                    "" + makespan,
                    "The last operation ends at " + schedule.makespan(shop)));
        }
        return findings;
    }

    private ShopInstance.Operation operation(Row row) {
        return new ShopInstance.Operation(
                row.choices().stream().map(c -> c.machine() - base).toList(),
                row.choices().stream().map(Choice::time).toList());
    }

    String line() {
        return "makespan %d, no schedule below %d%s, %d operations on %d machines, %d moves in %.2f s, %s"
                .formatted(
                        makespan,
                        bound,
                        proved ? " (proved)" : "",
                        operations.size(),
                        machines,
                        moves,
                        seconds,
                        verdict.isEmpty() ? "checked, in order" : verdict.get(0));
    }
}
