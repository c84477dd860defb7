package org.tongdao.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongdao.intake.RuleCount;
import org.tongdao.ledger.TrialBalance;
import org.tongdao.statistics.StatisticsReport;

/** The summary as a person reads it at the end of {@code ship}. */
final class SummaryText {

    private final StringBuilder text = new StringBuilder();

    private SummaryText() {}

    static String of(Summary summary, Path out) {
        var page = new SummaryText();
        summary.content().values().forEach(page::say);
        page.line("took", String.format(Locale.ROOT, "%.1f s", summary.elapsed().toMillis() / 1000.0));
        page.line("results", out.toAbsolutePath().normalize().toString());
        return page.text.toString().stripTrailing();
    }

    private void say(Object part) {
        if (part instanceof Standing s) {
            line(
                    "parcels",
                    s.parcels() + ": declared " + s.declared() + ", cleared " + s.cleared() + ", sealed " + s.sealed()
                            + ", departed " + s.railed() + ", at the hub " + s.arrived() + ", delivered "
                            + s.delivered() + ", returned " + s.returned());
        } else if (part instanceof StatisticsReport s) {
            s.doorToDoor()
                    .ifPresent(d -> line(
                            "door to door",
                            "P50 " + d.p50() + " days, P90 " + d.p90() + " days, within 14 days "
                                    + d.shareWithin14Days()));
            line("cleared", "the same day " + s.sameDayClearance().share());
        } else if (part instanceof TrialBalance balance) {
            line(
                    "money",
                    balance.rows().size() + " accounts, trial balance " + (balance.isBalanced() ? "0" : "NOT ZERO"));
        } else if (part instanceof AuditReport audit) {
            line("audit", audit.violations().size() + " invariants, " + audit.total() + " violations" + broken(audit));
        } else if (part instanceof Map<?, ?> map) {
            say(map);
        } else if (part instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof RuleCount) {
            line(
                    "findings",
                    String.join(
                            ", ",
                            list.stream()
                                    .map(r -> (RuleCount) r)
                                    .map(r -> r.rule() + " " + r.count())
                                    .toList()));
        }
    }

    private static String broken(AuditReport audit) {
        return audit.violations().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> "; " + e.getValue() + " x " + e.getKey())
                .collect(Collectors.joining());
    }

    private void say(Map<?, ?> map) {
        if (map.containsKey("total_rows")) {
            line(
                    "rows",
                    map.get("total_rows") + ": accepted " + map.get("accepted") + ", rejected " + map.get("rejected")
                            + ", duplicate " + map.get("duplicate") + "; orders " + map.get("orders"));
        } else if (map.containsKey("transloads")) {
            line(
                    "units",
                    map.get("bags") + " bags, " + map.get("containers") + " containers, " + map.get("trains")
                            + " trains, " + map.get("transloads") + " gauge changes");
        }
    }

    private void line(String name, String value) {
        text.append(String.format("%-13s %s%n", name, value));
    }
}
