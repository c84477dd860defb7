package org.tongdao.settlement;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.ledger.RateBench;
import org.tongdao.ledger.RateCard;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao tariff bench}: the same parcels under two versions. */
@Command(
        name = "bench",
        description = "price the same parcels by two versions of a rate sheet",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TariffBenchCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "rate sheet, CSV or XLSX")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "the version that is to replace it")
    private Path after = Path.of("");

    @Option(names = "--parcels", required = true, paramLabel = "FILE", description = "id,country,postcode,grams,size")
    private Path parcels = Path.of("");

    @Option(names = "--on", paramLabel = "DAY", description = "one day for both (default: the first of each)")
    private @Nullable LocalDate day;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var answer = new RateAnswer(spec.commandLine(), json);
        answer.exists(parcels);
        var old = answer.sound(before);
        var fresh = old.isEmpty() ? Optional.<RateSheet>empty() : answer.sound(after);
        if (old.isEmpty() || fresh.isEmpty()) {
            return 1;
        }
        if (!old.get().head().currency().equals(fresh.get().head().currency())) {
            answer.print(Map.of(), List.of(otherMoney(fresh.get())));
            return 1;
        }
        var read = RateFile.parcels(parcels);
        var bench = RateBench.of(side(old.get()), side(fresh.get()), read.parcels());
        var findings = new ArrayList<>(read.findings());
        findings.addAll(bench.findings(parcels.getFileName().toString()));
        answer.print(figures(bench, fresh.get()), findings);
        return read.findings().stream().noneMatch(Finding::stops) && bench.unpriced() == 0 ? 0 : 1;
    }

    private RateBench.Side side(RateSheet sheet) {
        return new RateBench.Side(sheet.card(), day == null ? sheet.head().from() : day);
    }

    private Finding otherMoney(RateSheet fresh) {
        return Finding.error(
                "RATE-CURRENCY",
                Place.of(after.getFileName().toString()),
                fresh.head().currency().getCurrencyCode(),
                "Maybe: versions are compared in one currency only");
    }

    private Map<String, Object> figures(RateBench bench, RateSheet fresh) {
        int digits = fresh.head().currency().getDefaultFractionDigits();
        var all = new LinkedHashMap<String, Object>();
        all.put("parcels", bench.rows().size());
        all.put("dearer", bench.dearer());
        all.put("cheaper", bench.cheaper());
        all.put("unpriced", bench.unpriced());
        all.put("totalBefore", BigDecimal.valueOf(bench.totalBefore(), digits));
        all.put("totalAfter", BigDecimal.valueOf(bench.totalAfter(), digits));
        all.put("currency", fresh.head().currency().getCurrencyCode());
        if (json) {
            all.put("rows", bench.rows().stream().map(r -> row(r, digits)).toList());
        } else {
            bench.rows().forEach(r -> all.put("  " + r.parcel(), amount(r.before()) + " → " + amount(r.after())));
        }
        return all;
    }

    private static String amount(Optional<RateCard.Quote> quote) {
        return quote.map(q -> q.total().amount().toPlainString()).orElse("–");
    }

    private static Map<String, Object> row(RateBench.Row row, int digits) {
        var one = new LinkedHashMap<String, Object>();
        one.put("parcel", row.parcel());
        row.before().ifPresent(q -> one.put("before", q.total().amount()));
        row.after().ifPresent(q -> one.put("after", q.total().amount()));
        if (row.priced()) {
            one.put("difference", BigDecimal.valueOf(row.difference(), digits));
        }
        return one;
    }
}
