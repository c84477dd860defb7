package org.tongdao.settlement;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.Shipment;
import org.tongdao.ledger.Tariff;
import org.tongdao.ledger.TariffBook;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao price}: what a parcel costs by the shipped tariffs, and why. */
@Command(
        name = "price",
        description = "price a parcel by the typical tariffs and say step by step why",
        mixinStandardHelpOptions = true)
public final class PriceCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})x(\\d{1,6})x(\\d{1,6})");

    @Option(names = "--lane", required = true, paramLabel = "HUB", description = "hub it goes to: ALA, DYU, WAW, CPE")
    private String lane = "";

    @Option(names = "--grams", required = true, description = "gross weight in grams")
    private long grams;

    @Option(names = "--size", paramLabel = "LxWxH", description = "outer size in millimetres (default: weight only)")
    private String size = "";

    @Option(names = "--on", required = true, paramLabel = "DAY", description = "day of departure, such as 2026-11-03")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--json", description = "answer as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Matcher sides = SIZE.matcher(size);
        boolean measured = sides.matches();
        if (grams < 1 || (!size.isEmpty() && !measured)) {
            return say("the weight is at least 1 g, the size looks like 300x200x100", 2);
        }
        Optional<Tariff> tariff = TariffBook.of(Tariffs.starter()).find(lane, day);
        if (tariff.isEmpty()) {
            return say("no tariff for '" + lane + "' on " + day + ". Maybe ALA, DYU, WAW or CPE was meant.", 1);
        }
        long volume = measured ? new Size(side(sides, 1), side(sides, 2), side(sides, 3)).volumeMm3() : 0;
        print(tariff.get(), tariff.get().price(new Shipment(lane, new Grams(grams), volume)));
        return 0;
    }

    private void print(Tariff tariff, Price price) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonMapper().writeValueAsString(price));
            return;
        }
        out.println(price.total() + "  (" + price.tariffVersion() + ", " + tariff.mark() + ")");
        price.trace()
                .forEach(s -> out.printf("  %-18s %s %s%n", s.rule(), s.value().toPlainString(), s.unit()));
    }

    private int say(String what, int code) {
        spec.commandLine().getErr().println("tongdao price: " + what);
        return code;
    }

    private static int side(Matcher sides, int group) {
        return Integer.parseInt(sides.group(group));
    }
}
