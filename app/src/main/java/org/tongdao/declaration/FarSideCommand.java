package org.tongdao.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongdao.customs.FarAssessment;
import org.tongdao.customs.FarParcel;
import org.tongdao.customs.FarSide;
import org.tongdao.customs.TransitHouses;
import org.tongdao.editions.ByPackagedLists;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao customs farside FILE}: what parcels cost and lack at the country of arrival. */
@Command(
        name = "farside",
        description = "say what parcels cost and lack at the country of arrival (EU, EAEU) on a day",
        mixinStandardHelpOptions = true)
final class FarSideCommand implements Callable<Integer>, ByPackagedLists {

    private static final List<String> COLUMNS =
            List.of("waybill_no", "country", "gross_g", "hs", "description", "value_eur", "origin");

    @Parameters(paramLabel = "FILE", description = "CSV of lines of goods, see docs/formats/customs-tables.md")
    private Path file = Path.of("");

    @Option(names = "--day", required = true, paramLabel = "DAY", description = "day of arrival whose rules count")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--transit", description = "cut the parcels to the EU into transit declarations too")
    private boolean transit;

    @Option(
            names = "--houses",
            paramLabel = "N",
            description = "houses in a declaration at most; the rule's number without it")
    private int houses;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private record Row(FarParcel parcel, FarParcel.Item item) {}

    private record Assessed(String waybillNo, String country, FarAssessment assessment) {}

    private record House(int declaration, int house, String waybillNo, int items, List<Finding> lacks) {}

    private record Answer(List<Assessed> parcels, List<House> transit, List<Finding> findings) {}

    @Override
    public List<String> packagedLists() {
        return List.of(Books.FAR_SIDE, Books.STOP_WORDS);
    }

    @Override
    public Integer call() {
        var table = InputTable.read(file, COLUMNS, FarSideCommand::row);
        var parcels = new LinkedHashMap<String, List<Row>>();
        table.rows()
                .forEach(row -> parcels.computeIfAbsent(row.parcel().waybillNo(), w -> new ArrayList<>())
                        .add(row));
        var far = Books.shipped().farSide();
        var findings = new ArrayList<>(table.findings());
        var assessed = new ArrayList<Assessed>();
        if (houses < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--houses " + houses + ". Maybe a number from 1 was meant.");
        }
        var all = parcels.values().stream().map(FarSideCommand::whole).toList();
        for (var parcel : all) {
            far.assess(parcel, day)
                    .ifPresentOrElse(
                            a -> assessed.add(new Assessed(parcel.waybillNo(), parcel.country(), a)),
                            () -> findings.add(Finding.warning(
                                    "FAR-COUNTRY",
                                    Place.of(parcel.waybillNo()),
                                    parcel.country(),
                                    "We hold no rules of this country; ask the partner there what it wants.")));
        }
        var seats = transit ? transit(far, all, findings) : List.<House>of();
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(new Answer(assessed, seats, findings)));
        } else {
            MessageFiles.print(findings, false, System.out);
            assessed.forEach(FarSideCommand::print);
            seats.forEach(
                    s -> System.out.println("transit declaration " + s.declaration() + " house " + s.house() + ": "
                            + s.waybillNo() + ", " + s.items() + " items, "
                            + (s.lacks().isEmpty() ? "complete" : s.lacks().size() + " findings")));
        }
        boolean clean = findings.stream().noneMatch(Finding::stops)
                && assessed.stream().allMatch(a -> a.assessment().isComplete())
                && seats.stream().flatMap(s -> s.lacks().stream()).noneMatch(Finding::stops);
        return clean ? 0 : 1;
    }

    private List<House> transit(FarSide far, List<FarParcel> parcels, List<Finding> findings) {
        var union = parcels.stream()
                .filter(p -> TransitHouses.countries().contains(p.country()))
                .toList();
        if (union.isEmpty()) {
            return List.of();
        }
        var rules = far.on(union.get(0).country(), day);
        var plan = TransitHouses.plan(
                union.stream()
                        .map(p -> TransitHouses.House.of(p, Optional.empty(), List.of(), rules))
                        .toList(),
                rules,
                houses);
        findings.addAll(plan.findings());
        var seats = new ArrayList<House>();
        for (int d = 0; d < plan.declarations().size(); d++) {
            int number = 0;
            for (var house : plan.declarations().get(d).houses()) {
                seats.add(new House(d + 1, ++number, house.parcel().waybillNo(), house.items(), house.lacks()));
            }
        }
        return seats;
    }

    private static Row row(InputTable.Cells row) {
        var parcel = new FarParcel(
                row.filled("waybill_no"),
                row.filled("country"),
                row.text("sender"),
                row.text("buyer"),
                row.text("address"),
                row.text("ioss"),
                row.text("eori"),
                row.text("operator"),
                new FarParcel.Sale(row.text("platform"), row.text("order_no")),
                row.amount("gross_g").longValue(),
                row.amount("transport_eur"),
                List.of());
        return new Row(
                parcel,
                new FarParcel.Item(
                        row.hs("hs"),
                        row.text("description"),
                        row.amount("value_eur"),
                        row.text("origin"),
                        row.text("merchant_id"),
                        row.text("manufacturer_id")));
    }

    /** Rows of one waybill are one parcel; its head is that of the first. */
    private static FarParcel whole(List<Row> rows) {
        var first = rows.get(0).parcel();
        return new FarParcel(
                first.waybillNo(),
                first.country(),
                first.sender(),
                first.buyer(),
                first.buyerAddress(),
                first.iossNumber(),
                first.declarantEori(),
                first.operator(),
                first.sale(),
                first.grossGrams(),
                first.transportEur(),
                rows.stream().map(Row::item).toList());
    }

    private static void print(Assessed parcel) {
        var a = parcel.assessment();
        System.out.println(parcel.waybillNo() + " " + parcel.country() + " " + a.procedure() + ": duty "
                + euro(a.dutyEur()) + ", VAT " + euro(a.vatEur()) + ", fees " + euro(a.feeEur()) + " (" + a.version()
                + ", " + a.mark() + ")");
        a.trace().forEach(step -> System.out.println("  " + step.text()));
        a.basis()
                .forEach(b -> System.out.println(
                        "  " + b.rule() + " " + b.value() + " since " + b.from() + ": " + b.source() + " " + b.mark()));
        MessageFiles.print(a.findings(), false, System.out);
    }

    private static String euro(BigDecimal amount) {
        return "EUR " + amount.toPlainString();
    }
}
