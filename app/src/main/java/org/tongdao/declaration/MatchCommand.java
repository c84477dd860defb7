package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongdao.customs.MatchOutcome;
import org.tongdao.customs.MatchVerdict;
import org.tongdao.customs.ThreeDocumentMatch;
import org.tongdao.customs.TradeWay;
import org.tongdao.editions.ByPackagedLists;
import org.tongdao.terms.CustomsRegime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao customs match ORDERS PAYMENTS WAYBILLS}: do the three documents say the same? */
@Command(
        name = "match",
        description = "match orders, payments and waybills; say what is missing, differs or nearly fits",
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer>, ByPackagedLists {

    @Parameters(index = "0", paramLabel = "ORDERS", description = "CSV, see docs/formats/customs-tables.md")
    private Path orders = Path.of("");

    @Parameters(index = "1", paramLabel = "PAYMENTS", description = "CSV")
    private Path payments = Path.of("");

    @Parameters(index = "2", paramLabel = "WAYBILLS", description = "CSV")
    private Path waybills = Path.of("");

    @Option(
            names = "--regime",
            defaultValue = "1210",
            description = "9610, 9710, 9810 or 1210 (default: ${DEFAULT-VALUE})")
    private String regime = "1210";

    @Option(names = "--export", description = "export instead of import")
    private boolean export;

    @Option(names = "--day", required = true, paramLabel = "DAY", description = "whose rules count, such as 2026-11-28")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--all", description = "also list what matched, with the whole trace")
    private boolean all;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public List<String> packagedLists() {
        return List.of(Books.REGIMES);
    }

    @Override
    public Integer call() {
        var way = export ? TradeWay.EXPORT : TradeWay.IMPORT;
        var rules = Books.shipped().regimes().on(CustomsRegime.ofCode(regime), way, day);
        if (!rules.isOpen()) {
            System.out.println("regime " + rules + " is not open. Maybe --export is missing or wrong.");
            return 2;
        }
        var files = MatchFiles.read(orders, payments, waybills);
        var outcomes = new ThreeDocumentMatch(rules.match()).match(files.documents());
        var shown = outcomes.stream()
                .filter(o -> all || o.verdict() != MatchVerdict.MATCHED)
                .toList();
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writeValueAsString(new Answer(rules.version(), shown, files.findings())));
        } else {
            MessageFiles.print(files.findings(), false, System.out);
            shown.forEach(this::print);
            System.out.println(counts(outcomes) + " (rules " + rules.version() + ")");
        }
        boolean clean =
                files.findings().isEmpty() && outcomes.stream().allMatch(o -> o.verdict() == MatchVerdict.MATCHED);
        return clean ? 0 : 1;
    }

    private record Answer(String rules, List<MatchOutcome> outcomes, List<org.tongdao.terms.Finding> findings) {}

    private void print(MatchOutcome outcome) {
        System.out.println(outcome.verdict() + " " + outcome.key());
        (all ? outcome.trace() : outcome.reasons())
                .forEach(step -> System.out.println("  " + step + (step.zh().isEmpty() ? "" : "（" + step.zh() + "）")));
    }

    private static String counts(List<MatchOutcome> outcomes) {
        return Arrays.stream(MatchVerdict.values())
                .map(v -> outcomes.stream().filter(o -> o.verdict() == v).count() + " "
                        + v.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
