package org.tongdao.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailLine;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.RetailRules;

/** Orders of 9610, 9710, 9810 or zone export become orders or bookings (303), waybills (505) and lists (603). */
final class ExportBuild {

    private static final List<String> COLUMNS = List.of(
            "order_no",
            "waybill_no",
            "country",
            "currency",
            "gross_g",
            "name_zh",
            "hs",
            "quantity",
            "unit",
            "unit_price",
            "net_g");

    private final BuildRequest request;
    private final RegimeRules regime;
    private final RetailExport papers =
            new RetailExport(Books.shipped().parties(), Books.shipped().tariff());
    private final RetailRules rules =
            new RetailRules(Books.shipped().tariff(), Books.shipped().screening());

    ExportBuild(BuildRequest request) {
        this.request = request;
        this.regime = request.rules();
    }

    private record Row(
            String orderNo,
            String waybillNo,
            String country,
            String currency,
            long grossGrams,
            BigDecimal valueCny,
            RetailLine line) {}

    Built read(Path file) {
        var table = InputTable.read(file, COLUMNS, ExportBuild::row);
        var built = new Built(table.findings());
        table.by(Row::orderNo).forEach(rows -> add(built, rows));
        return built;
    }

    private void add(Built built, List<Row> rows) {
        var parcel = parcel(rows);
        var value = rows.get(0).valueCny();
        var known = value.signum() > 0 ? Optional.of(value) : ExportCase.yuan(parcel, BigDecimal.ZERO);
        var export = new ExportCase(request.as(), regime, parcel, known);
        built.add(export.against(rules), () -> {
            var terms = export.terms();
            return List.of(papers.order(parcel, terms), papers.waybill(parcel), papers.list(parcel, terms));
        });
    }

    private static Row row(InputTable.Cells row) {
        return new Row(
                row.filled("order_no"),
                row.filled("waybill_no"),
                row.filled("country"),
                row.filled("currency"),
                row.amount("gross_g").longValue(),
                row.amount("value_cny"),
                new RetailLine(
                        row.text("sku"),
                        row.filled("name_zh"),
                        row.text("name_en"),
                        row.hs("hs"),
                        row.count("quantity"),
                        row.text("unit"),
                        row.amount("unit_price"),
                        row.amount("net_g").longValue(),
                        row.text("record_no")));
    }

    private RetailParcel parcel(List<Row> rows) {
        var first = rows.get(0);
        var lines = rows.stream().map(Row::line).toList();
        return new RetailParcel(
                "TD" + first.waybillNo() + "-1",
                first.orderNo(),
                first.waybillNo(),
                first.country(),
                first.currency(),
                first.grossGrams(),
                lines.stream().mapToLong(RetailLine::netGrams).sum(),
                request.at(),
                lines);
    }
}
