package org.tongdao.settlement;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.RateCard;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What the commands of a tariff print, as JSON or as lines. */
record RateAnswer(CommandLine line, boolean json, List<Finding> warnings) {

    RateAnswer(CommandLine line, boolean json) {
        this(line, json, new ArrayList<>());
    }

    /** A finding as these commands print it. */
    record FindingLine(String rule, String severity, String place, String value, String maybe) {

        static FindingLine of(Finding f) {
            return new FindingLine(f.rule(), f.severity().name(), f.place().toString(), f.value(), f.maybe());
        }

        @Override
        public String toString() {
            return severity + "  " + rule + "  " + place + "  " + value + "  " + maybe;
        }
    }

    /** A sheet without an error; errors are printed, warnings with the answer. */
    java.util.Optional<RateSheet> sound(Path file) {
        exists(file);
        var read = RateFile.sheet(file);
        if (read.sound()) {
            warnings.addAll(read.findings());
            return read.sheet();
        }
        print(Map.of(), read.findings());
        return java.util.Optional.empty();
    }

    void exists(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(line, "no such file: " + file);
        }
    }

    /** Lines of text, or one object with its findings. */
    void print(Map<String, Object> figures, List<Finding> findings) {
        PrintWriter out = line.getOut();
        var told = Stream.concat(warnings.stream(), findings.stream())
                .map(FindingLine::of)
                .toList();
        if (json) {
            var all = new LinkedHashMap<>(figures);
            all.put("findings", told);
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
            return;
        }
        told.forEach(out::println);
        figures.forEach((name, value) -> out.println(name + ": " + value));
    }

    static Map<String, Object> figures(RateSheet sheet, RateCard.Quote quote) {
        var all = new LinkedHashMap<String, Object>();
        all.put("total", quote.total().amount());
        all.put("currency", quote.total().currency().getCurrencyCode());
        all.put("tariff", sheet.head().name() + " " + sheet.head().version());
        all.put("mark", sheet.head().mark());
        all.put("zone", quote.zone());
        all.put("upToG", quote.upToG());
        all.put(
                "trace",
                Stream.concat(quote.base().trace().stream(), quote.surcharges().stream())
                        .map(RateAnswer::step)
                        .toList());
        return all;
    }

    private static Map<String, Object> step(Price.Step step) {
        var one = new LinkedHashMap<String, Object>();
        one.put("rule", step.rule());
        one.put("value", step.value());
        one.put("unit", step.unit());
        return one;
    }
}
