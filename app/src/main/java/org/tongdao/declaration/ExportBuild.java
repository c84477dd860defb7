package org.tongdao.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailLine;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.RetailRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

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
    private static final List<String> OURS = List.of("CEB303", "CEB505");

    private final BuildRequest request;
    private final RegimeRules regime;
    private final RetailExport export = new RetailExport(Books.parties(), Books.tariff());
    private final RetailRules rules = new RetailRules(Books.tariff(), Books.screening());

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
        var orders = new LinkedHashMap<String, List<Row>>();
        table.rows()
                .forEach(row -> orders.computeIfAbsent(row.orderNo(), o -> new ArrayList<>())
                        .add(row));
        var built = new Built(table.findings());
        orders.values().forEach(rows -> add(built, rows));
        return built;
    }

    private void add(Built built, List<Row> rows) {
        var parcel = parcel(rows);
        var value = yuan(rows.get(0), parcel);
        var goods = new RegimeCase(value.orElse(BigDecimal.ZERO), false, false, false, false, request.pilotZone());
        var against = new ArrayList<>(ListTerms.against(parcel.copNo(), regime, goods, request.ledger(), OURS));
        if (value.isEmpty() && regime.find("list-limit-cny").isPresent()) {
            against.add(Finding.error(
                    "REGIME-VALUE",
                    Place.cell(parcel.copNo(), 0, "value_cny"),
                    parcel.currency(),
                    "The limit of this regime is in CNY: give the value of the order in the column value_cny."));
        }
        against.addAll(rules.check(parcel));
        built.add(against, () -> {
            var terms = ListTerms.of(request.regime(), regime, goods, request.ledger());
            return List.of(export.order(parcel, terms), export.waybill(parcel), export.list(parcel, terms));
        });
    }

    /** The value that limits in yuan are held against; unknown in another currency unless the file says it. */
    private static Optional<BigDecimal> yuan(Row row, RetailParcel parcel) {
        if (row.valueCny().signum() > 0) {
            return Optional.of(row.valueCny());
        }
        return parcel.currency().equals("CNY") ? Optional.of(parcel.goodsValue()) : Optional.empty();
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
