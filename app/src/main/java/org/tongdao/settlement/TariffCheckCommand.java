package org.tongdao.settlement;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongdao.ledger.RateSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao tariff check}: everything that is wrong with a rate sheet, with line, column and value. */
@Command(
        name = "check",
        description = "tell what is wrong with a rate sheet",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TariffCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHEET", description = "rate sheet, CSV or XLSX; docs/formats/rate-sheet.md")
    private Path sheet = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var answer = new RateAnswer(spec.commandLine(), json);
        answer.exists(sheet);
        var read = RateFile.sheet(sheet);
        Map<String, Object> figures = new LinkedHashMap<>();
        read.sheet().ifPresent(s -> count(s, figures));
        answer.print(figures, read.findings());
        return read.sound() ? 0 : 1;
    }

    private static void count(RateSheet sheet, Map<String, Object> figures) {
        figures.put("tariff", sheet.head().name() + " " + sheet.head().version());
        figures.put("days", sheet.head().from() + " " + sheet.head().to());
        figures.put("zones", sheet.card().zones().size());
        figures.put("bands", sheet.card().bands().size());
        figures.put("surcharges", sheet.card().surcharges().size());
    }
}
