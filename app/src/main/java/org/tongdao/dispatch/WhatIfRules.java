package org.tongdao.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStation;
import org.tongdao.yard.YardVariant;

/** Judges a what-if before anything is reckoned: unknown changes, figures that no station has, the same variant twice, more than is worth waiting for. */
final class WhatIfRules {

    /** Days simulated in both of a pair, over all variants; about half a minute of one core. */
    private static final long MOST_DAYS = 60_000;

    private static final int MOST_VARIANTS = 8;

    private WhatIfRules() {}

    static List<Finding> of(YardStation station, WhatIfCase.Wish wish) {
        var findings = new ArrayList<Finding>();
        if (wish.replications() < 2 || wish.replications() > 200 || wish.days() < 1 || wish.days() > 3_650) {
            findings.add(error(
                    "WHATIF-EFFORT",
                    "effort",
                    wish.replications() + " × " + wish.days(),
                    "Give 2 to 200 pairs of 1 to 3650 days."));
        } else if ((long) wish.replications() * wish.days() * wish.variants().size() > MOST_DAYS) {
            findings.add(error(
                    "WHATIF-EFFORT",
                    "effort",
                    wish.replications() + " × " + wish.days() + " × "
                            + wish.variants().size(),
                    "Together at most " + MOST_DAYS + " days. Take fewer days or fewer variants."));
        }
        if (wish.variants().isEmpty() || wish.variants().size() > MOST_VARIANTS) {
            findings.add(error(
                    "WHATIF-VARIANTS",
                    "variants",
                    String.valueOf(wish.variants().size()),
                    "Choose one to " + MOST_VARIANTS + " things to compare."));
        }
        var seen = new LinkedHashSet<String>();
        var baseline = variant(YardVariant.of(station), wish.baseline(), findings);
        for (var changes : wish.variants()) {
            if (!seen.add(changes)) {
                findings.add(error("WHATIF-TWICE", "variants", changes, "It is asked already."));
            }
            if (same(baseline, variant(baseline, changes, findings)) && findings.isEmpty()) {
                findings.add(error("WHATIF-SAME", "variants", changes, "That is the baseline itself."));
            }
        }
        return findings;
    }

    /** The station with these changes; as far as it goes when one of them is impossible. */
    private static YardVariant variant(YardVariant from, String changes, List<Finding> findings) {
        try {
            var changed = WhatIfs.changed(from, changes);
            findings.addAll(figures(changed, changes));
            return changed;
        } catch (IllegalArgumentException e) {
            findings.add(error("WHATIF-VALUE", "changes", changes, String.valueOf(e.getMessage())));
            return from;
        }
    }

    private record Range(String name, ToDoubleFunction<YardVariant> figure, double from, double to) {}

    private static final List<Range> RANGES = List.of(
            new Range("trains", v -> v.traffic().trainsPerDay(), 0.1, 60),
            new Range("containers", v -> v.traffic().containersPerTrain(), 1, 120),
            new Range("seconds_per_lift", v -> v.station().crane().secondsPerLift(), 10, 900));

    private static List<Finding> figures(YardVariant variant, String changes) {
        var findings = new ArrayList<Finding>();
        for (var range : RANGES) {
            double value = range.figure().applyAsDouble(variant);
            if (!(value >= range.from() && value <= range.to())) {
                findings.add(error(
                        "WHATIF-VALUE",
                        "changes",
                        changes,
                        range.name() + " would be " + value + ". Give " + range.from() + " to " + range.to() + "."));
            }
        }
        for (var resource : YardResource.values()) {
            if (variant.station().count(resource) > 60) {
                findings.add(error("WHATIF-VALUE", "changes", changes, resource + ": at most 60."));
            }
        }
        return findings;
    }

    private static boolean same(YardVariant a, YardVariant b) {
        return a.station().equals(b.station())
                && a.mode() == b.mode()
                && a.traffic().equals(b.traffic())
                && a.windHours() == b.windHours();
    }

    private static Finding error(String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.of(field), value, maybe);
    }
}
