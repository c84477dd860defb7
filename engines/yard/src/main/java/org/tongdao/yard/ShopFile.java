package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Reads the text format of flexible job shops ({@code .fjs}): {@code jobs machines [mean choices]}, then per job a line
 * {@code operations (choices (machine time)…)…}.
 *
 * <p>Machines are counted from 1 in the old files and from 0 in the newer collections: a file that names a machine 0 counts from 0. A file with an error
 * has no instance, since a job left out would be another problem.
 *
 * @param instance empty when a finding stops
 * @param base what the file calls the first machine: 0 or 1
 */
public record ShopFile(Optional<ShopInstance> instance, int base, List<Finding> findings) {

    /** Reads a file's lines; {@code name} is for the findings. */
    public static ShopFile read(String name, List<String> lines) {
        return new Reader(name, lines).read();
    }

    private static final class Reader {

        private static final int MOST = 100_000;

        private final String name;
        private final List<String> lines;
        private final List<Finding> findings = new ArrayList<>();
        private final List<List<int[]>> jobs = new ArrayList<>();
        private int at;
        private int least = Integer.MAX_VALUE;

        Reader(String name, List<String> lines) {
            this.name = name;
            this.lines = lines;
        }

        ShopFile read() {
            var head = line("jobs machines");
            if (head.length < 2 || head[0] < 1 || head[1] < 1 || Math.max(head[0], head[1]) > MOST) {
                say("SHOP-HEAD", text(), "The first line is: jobs machines, both from 1 to " + MOST + ".");
                return answer(0);
            }
            for (int job = 0; job < head[0] && at < lines.size(); job++) {
                var numbers = line("operations, then per operation: choices, then machine and time");
                if (numbers.length > 0) {
                    jobs.add(job(numbers));
                }
            }
            if (jobs.size() < head[0] && findings.isEmpty()) {
                say("SHOP-SHORT", "" + jobs.size(), "The first line announces " + head[0] + " jobs.");
            }
            while (at < lines.size()) {
                if (!lines.get(at++).isBlank()) {
                    say("SHOP-LONG", text(), "The first line announces " + head[0] + " jobs; this is one more.");
                }
            }
            return answer(head[1]);
        }

        private List<int[]> job(int[] v) {
            var operations = new ArrayList<int[]>();
            int i = 1;
            for (int o = 0; o < v[0]; o++) {
                int end = i < v.length && v[i] > 0 && v[i] <= MOST ? i + 1 + 2 * v[i] : -1;
                if (end < 0 || end > v.length) {
                    say(
                            end < 0 && i < v.length ? "SHOP-NO-MACHINE" : "SHOP-LINE",
                            i < v.length ? "" + v[i] : text(),
                            "Operation " + (o + 1)
                                    + " needs at least one machine with its time, all of them in the line.");
                    return operations;
                }
                operations.add(Arrays.copyOfRange(v, i + 1, end));
                i = end;
            }
            if (v[0] < 1 || i != v.length) {
                say("SHOP-LINE", "" + v[0], "The line does not hold as many operations as its first number says.");
            }
            return operations;
        }

        private ShopFile answer(int machines) {
            jobs.forEach(j -> j.forEach(o -> evens(o).forEach(m -> least = Math.min(least, m))));
            int base = least == 0 ? 0 : 1;
            for (int job = 0; job < jobs.size(); job++) {
                for (var operation : jobs.get(job)) {
                    judge(job, operation, base, machines);
                }
            }
            if (!findings.isEmpty()) {
                return new ShopFile(Optional.empty(), base, List.copyOf(findings));
            }
            var all = jobs.stream()
                    .map(j -> j.stream().map(o -> operation(o, base)).toList())
                    .toList();
            return new ShopFile(Optional.of(ShopInstance.of(machines, all)), base, List.of());
        }

        private void judge(int job, int[] operation, int base, int machines) {
            var named = evens(operation);
            for (int i = 0; i < operation.length; i += 2) {
                int machine = operation[i];
                if (machine < base || machine >= base + machines) {
                    add(
                            "SHOP-MACHINE",
                            job,
                            "" + machine,
                            "Machines are " + base + " to " + (base + machines - 1) + ".");
                } else if (named.indexOf(machine) < i / 2) {
                    add("SHOP-TWICE", job, "" + machine, "The operation names this machine twice.");
                }
                if (operation[i + 1] < 1 || operation[i + 1] > 10_000_000) {
                    add("SHOP-TIME", job, "" + operation[i + 1], "A time is a whole number from 1 to 10000000.");
                }
            }
        }

        private static List<Integer> evens(int[] operation) {
            var evens = new ArrayList<Integer>();
            for (int i = 0; i < operation.length; i += 2) {
                evens.add(operation[i]);
            }
            return evens;
        }

        private static ShopInstance.Operation operation(int[] numbers, int base) {
            var machines = new ArrayList<Integer>();
            var times = new ArrayList<Integer>();
            for (int i = 0; i < numbers.length; i += 2) {
                machines.add(numbers[i] - base);
                times.add(numbers[i + 1]);
            }
            return new ShopInstance.Operation(machines, times);
        }

        /** The numbers of the next line that is not empty; none, with a finding, when there are none. A mean of choices may have a point. */
        private int[] line(String what) {
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
            if (at == lines.size()) {
                return new int[0];
            }
            var words = lines.get(at++).strip().split("\\s+");
            var numbers = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                try {
                    numbers[i] = at == 1 && i == 2 ? 0 : Integer.parseInt(words[i]);
                } catch (NumberFormatException e) {
                    say("SHOP-NUMBER", words[i], "Whole numbers are expected: " + what + ".");
                    return new int[0];
                }
            }
            return numbers;
        }

        private String text() {
            return at == 0 || at > lines.size() ? "" : lines.get(at - 1).strip();
        }

        private void say(String rule, String value, String maybe) {
            findings.add(Finding.error(rule, Place.row(name, at), value, maybe));
        }

        private void add(String rule, int job, String value, String maybe) {
            long line = 0;
            for (int i = 0, seen = -2; i < lines.size() && seen < job; i++) {
                seen += lines.get(i).isBlank() ? 0 : 1;
                line = i + 1L;
            }
            findings.add(Finding.error(rule, Place.row(name, line), value, maybe));
        }
    }
}
