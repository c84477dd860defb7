package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Whether every box that was offered is either loaded or told as left out, cargo by cargo over all containers. {@link LoadChecker} judges what is loaded. */
public final class LoadAccount {

    private static final Pattern TOLD = Pattern.compile("(\\d{1,9}) of (\\d{1,9})");

    private final List<Finding> findings = new ArrayList<>();

    private LoadAccount() {}

    /**
     * What is told to stay behind.
     *
     * @param boxes how many
     * @param of how many were offered
     */
    public record Left(String cargo, int boxes, int of) {

        /** From a value such as {@code 3 of 8}; nothing when it is none. */
        public static Optional<Left> parse(String cargo, String value) {
            var m = TOLD.matcher(value);
            return m.matches()
                    ? Optional.of(new Left(cargo, Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
                    : Optional.empty();
        }
    }

    /** What is wrong; empty when nothing was lost and nothing is told that is not so. Boxes that stood before are none of those offered. */
    public static List<Finding> check(LoadProblem problem, List<Loaded> containers, List<Left> left) {
        Map<String, Integer> used = new HashMap<>();
        containers.forEach(c -> c.boxes().forEach(b -> used.merge(b.cargo(), 1, Integer::sum)));
        if (!containers.isEmpty()) {
            problem.standing().forEach(s -> used.merge(s.cargo(), -1, Integer::sum));
        }
        return check(problem.cargo(), used, left);
    }

    static List<Finding> check(List<Cargo> offered, Map<String, Integer> used, List<Left> left) {
        var account = new LoadAccount();
        Map<String, Integer> told = new HashMap<>();
        for (var one : left) {
            if (told.put(one.cargo(), one.boxes()) != null) {
                account.say("LOAD-LEFT", one.cargo(), one.boxes() + " boxes", "It is told twice as left out.");
            }
        }
        var known = new HashSet<String>();
        for (var c : offered) {
            known.add(c.id());
            account.cargo(c, c.quantity() - used.getOrDefault(c.id(), 0), told.getOrDefault(c.id(), 0));
        }
        for (var one : left) {
            if (!known.contains(one.cargo())) {
                account.say("LOAD-LEFT", one.cargo(), one.boxes() + " boxes", "It was not offered.");
            }
        }
        offered.forEach(c -> left.stream()
                .filter(l -> l.cargo().equals(c.id()) && l.of() != c.quantity())
                .forEach(l -> account.say("LOAD-LEFT", c.id(), "of " + l.of(), c.quantity() + " were offered.")));
        return List.copyOf(account.findings);
    }

    private void cargo(Cargo c, int open, int told) {
        if (open > told) {
            say("LOAD-MISSING", c.id(), open - told + " boxes", "They are neither loaded nor told as left out.");
        } else if (told > Math.max(0, open)) {
            say("LOAD-LEFT", c.id(), told + " boxes", Math.max(0, open) + " stay behind.");
        }
    }

    private void say(String rule, String cargo, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(cargo), value, maybe));
    }
}
