package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a schedule of a flexible job shop without the solver: machines that can, jobs in order, one operation at a time on a machine. */
public final class ShopCheck {

    private ShopCheck() {}

    /** Findings; none means that the schedule is right. */
    public static List<Finding> check(ShopInstance instance, ShopSchedule schedule) {
        int count = instance.operations();
        if (schedule.machines().size() != count || schedule.starts().size() != count) {
            return List.of(Finding.error(
                    "SHOP-OPERATIONS",
                    Place.of("schedule"),
                    schedule.machines().size() + "/" + schedule.starts().size(),
                    "The instance has " + count + " operations; each needs a machine and a start."));
        }
        var findings = new ArrayList<Finding>();
        for (int o = 0; o < count; o++) {
            one(instance, schedule, o, findings);
        }
        for (int m = 0; m < instance.machines(); m++) {
            overlaps(instance, schedule, m, findings);
        }
        return findings;
    }

    private static void one(ShopInstance instance, ShopSchedule schedule, int o, List<Finding> findings) {
        int start = schedule.starts().get(o);
        if (instance.time(o, schedule.machines().get(o)) < 1) {
            findings.add(finding(
                    "SHOP-WRONG-MACHINE",
                    instance,
                    o,
                    "" + schedule.machines().get(o),
                    "It cannot do this operation."));
        }
        if (start < 0) {
            findings.add(finding("SHOP-BEFORE-ZERO", instance, o, "" + start, "Time begins at 0."));
        }
        if (!instance.isFirst(o) && start < end(instance, schedule, o - 1)) {
            findings.add(finding(
                    "SHOP-ORDER",
                    instance,
                    o,
                    "" + start,
                    "The one before ends at " + end(instance, schedule, o - 1) + "."));
        }
    }

    private static void overlaps(ShopInstance instance, ShopSchedule schedule, int machine, List<Finding> findings) {
        var on = IntStream.range(0, instance.operations())
                .filter(o -> schedule.machines().get(o) == machine)
                .boxed()
                .sorted(Comparator.comparing((Integer o) -> schedule.starts().get(o)))
                .toList();
        int until = Integer.MIN_VALUE;
        for (int o : on) {
            if (schedule.starts().get(o) < until) {
                findings.add(finding(
                        "SHOP-OVERLAP",
                        instance,
                        o,
                        "" + schedule.starts().get(o),
                        "Machine " + machine + " is busy until " + until + "."));
            }
            until = Math.max(until, end(instance, schedule, o));
        }
    }

    private static int end(ShopInstance instance, ShopSchedule schedule, int o) {
        return schedule.starts().get(o) + instance.time(o, schedule.machines().get(o));
    }

    private static Finding finding(String rule, ShopInstance instance, int o, String value, String maybe) {
        int job = instance.jobOf(o);
        return Finding.error(
                rule, Place.of("job " + (job + 1) + " operation " + (o - instance.firstOf(job) + 1)), value, maybe);
    }
}
