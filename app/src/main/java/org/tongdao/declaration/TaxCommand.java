package org.tongdao.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ImportPurchase;
import org.tongdao.customs.ImportRates;
import org.tongdao.customs.ImportTax;
import org.tongdao.customs.TaxAssessment;
import org.tongdao.editions.ByPackagedLists;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao customs tax FILE}: composite tax of import orders, with each buyer's year going on from row to row. */
@Command(
        name = "tax",
        description = "work out the composite tax of retail import orders and what the limits say",
        mixinStandardHelpOptions = true)
final class TaxCommand implements Callable<Integer>, ByPackagedLists {

    @Parameters(paramLabel = "FILE", description = "CSV of order lines, see docs/formats/customs-tables.md")
    private Path file = Path.of("");

    @Option(
            names = "--day",
            required = true,
            paramLabel = "DAY",
            description = "day in China whose limits and rates count")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--rates", description = "rates from customs tariff (default: our starter table)")
    private @Nullable Path rates;

    @Option(
            names = "--used",
            paramLabel = "YUAN",
            description = "what every buyer used of the year before (default: 0)")
    private BigDecimal used = BigDecimal.ZERO;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private record Row(String orderNo, String buyer, ImportPurchase.Line line, long freightFen, long insuranceFen) {}

    @Override
    public List<String> packagedLists() {
        return List.of(Books.LIMITS, Books.RATES);
    }

    @Override
    public Integer call() {
        var table =
                InputTable.read(file, List.of("order_no", "buyer", "hs", "quantity", "unit", "value"), TaxCommand::row);
        var tax = new ImportTax(Books.shipped().limits(), rates());
        var orders = new LinkedHashMap<String, List<Row>>();
        table.rows()
                .forEach(row -> orders.computeIfAbsent(row.orderNo(), o -> new ArrayList<>())
                        .add(row));
        var year = new HashMap<String, Long>();
        var answers = new ArrayList<TaxAssessment>();
        long before = used.movePointRight(2).longValueExact();
        for (var rows : orders.values()) {
            var buyer = rows.get(0).buyer();
            var assessment = tax.assess(purchase(rows), year.getOrDefault(buyer, before));
            year.merge(buyer, before + assessment.quotaFen(), (a, b) -> a + assessment.quotaFen());
            answers.add(assessment);
        }
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(new Answer(answers, table.findings())));
        } else {
            MessageFiles.print(table.findings(), false, System.out);
            answers.forEach(TaxCommand::print);
        }
        boolean clean = table.findings().isEmpty()
                && answers.stream().flatMap(a -> a.findings().stream()).noneMatch(Finding::stops);
        return clean ? 0 : 1;
    }

    private record Answer(List<TaxAssessment> orders, List<Finding> findings) {}

    private static Row row(InputTable.Cells row) {
        return new Row(
                row.filled("order_no"),
                row.filled("buyer"),
                new ImportPurchase.Line(
                        row.hs("hs"),
                        row.amount("quantity"),
                        row.text("unit"),
                        row.amount("net_g").longValue(),
                        row.fen("value")),
                row.fen("freight"),
                row.fen("insurance"));
    }

    private ImportPurchase purchase(List<Row> rows) {
        return new ImportPurchase(
                rows.get(0).orderNo(),
                rows.stream().map(Row::line).toList(),
                rows.stream().mapToLong(Row::freightFen).sum(),
                rows.stream().mapToLong(Row::insuranceFen).sum(),
                day.atTime(12, 0).atZone(ChinaTime.ZONE).toInstant());
    }

    private ImportRates rates() {
        if (rates == null) {
            return Books.shipped().rates();
        }
        try (var in = Files.newBufferedReader(rates)) {
            return ImportRates.read(String.valueOf(rates.getFileName()), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + rates + ". Maybe the path is wrong.", e);
        }
    }

    private static void print(TaxAssessment order) {
        System.out.println(order.orderNo() + " " + order.way() + " tax " + yuan(order.taxFen()) + ", of the year "
                + yuan(order.quotaFen()) + " (" + order.version() + ")");
        order.lines()
                .forEach(l -> System.out.println(
                        "  " + l.hs() + " value " + yuan(l.valueFen()) + ": duty " + yuan(l.dutyFen())
                                + ", consumption tax " + yuan(l.consumptionFen()) + ", VAT " + yuan(l.vatFen())));
        order.findings()
                .forEach(f ->
                        System.out.println("  " + f.severity() + " " + f.rule() + " '" + f.value() + "' " + f.maybe()));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
