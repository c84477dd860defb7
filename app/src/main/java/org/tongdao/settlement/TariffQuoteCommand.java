package org.tongdao.settlement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongdao.ledger.RateParcels;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao tariff quote}: what a parcel costs by a rate sheet on a day, and step by step why. */
@Command(
        name = "quote",
        description = "price a parcel by a rate sheet and say step by step why",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TariffQuoteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHEET", description = "rate sheet, CSV or XLSX; docs/formats/rate-sheet.md")
    private Path sheet = Path.of("");

    @Option(names = "--country", required = true, description = "where it goes, ISO 3166 such as PL")
    private String country = "";

    @Option(names = "--postcode", description = "decides between zones of one country")
    private String postcode = "";

    @Option(names = "--grams", required = true, description = "gross weight in grams")
    private String grams = "";

    @Option(names = "--size", paramLabel = "LxWxH", description = "outer size in millimetres (default: weight only)")
    private String size = "";

    @Option(names = "--on", required = true, paramLabel = "DAY", description = "day of departure, such as 2026-12-03")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var answer = new RateAnswer(spec.commandLine(), json);
        var sound = answer.sound(sheet);
        if (sound.isEmpty()) {
            return 1;
        }
        var parcels = RateParcels.read(
                "options",
                List.of(new RateSheet.Row(
                        0, Map.of("country", country, "postcode", postcode, "grams", grams, "size", size))));
        if (parcels.parcels().isEmpty()) {
            answer.print(Map.of(), parcels.findings());
            return 1;
        }
        var quote = sound.get().card().price(parcels.parcels().get(0), day);
        if (quote.isEmpty()) {
            answer.print(Map.of(), List.of(none()));
            return 1;
        }
        answer.print(RateAnswer.figures(sound.get(), quote.get()), List.of());
        return 0;
    }

    private Finding none() {
        return Finding.error(
                "RATE-NONE",
                Place.of(sheet.getFileName().toString()),
                (country + " " + postcode).strip() + " " + grams + " g " + day,
                "Maybe: no zone has this country, no band takes the weight, or the sheet does not count on this day");
    }
}
