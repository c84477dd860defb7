package org.tongdao.declaration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tongdao.customs.ImportDeclaration;
import org.tongdao.customs.ImportParcel;
import org.tongdao.customs.ImportRules;
import org.tongdao.customs.ImportTax;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RegimeRules;

/** Orders of retail import (9610 or 1210) become orders (311), payments (411), waybills (511) and lists (621). */
final class ImportBuild {

    private static final List<String> COLUMNS = List.of(
            "order_no",
            "waybill_no",
            "buyer_account",
            "buyer_name",
            "buyer_id",
            "buyer_phone",
            "consignee",
            "phone",
            "address",
            "pay_no",
            "from",
            "gross_g",
            "name_zh",
            "hs",
            "origin",
            "quantity",
            "unit",
            "unit_price",
            "net_g");
    private static final List<String> OURS = List.of("CEB311", "CEB411", "CEB511");
    private static final String RAIL = "3";

    private final BuildRequest request;
    private final RegimeRules regime;
    private final ImportDeclaration declaration = new ImportDeclaration(Books.importParties(), Books.tariff());
    private final ImportRules rules =
            new ImportRules(Books.tariff(), Books.screening(), new ImportTax(Books.limits(), Books.rates()));

    ImportBuild(BuildRequest request) {
        this.request = request;
        this.regime = request.rules();
    }

    private record Row(
            String orderNo,
            String waybillNo,
            ImportParcel.Buyer buyer,
            ImportParcel.Payment payment,
            ImportParcel.Carriage carriage,
            ImportParcel.Line line) {}

    Built read(Path file) {
        var table = InputTable.read(file, COLUMNS, this::row);
        var orders = new LinkedHashMap<String, List<Row>>();
        table.rows()
                .forEach(row -> orders.computeIfAbsent(row.orderNo(), o -> new ArrayList<>())
                        .add(row));
        var built = new Built(table.findings());
        orders.values().forEach(rows -> add(built, rows));
        return built;
    }

    private void add(Built built, List<Row> rows) {
        var first = rows.get(0);
        var parcel = new ImportParcel(
                "TI" + first.waybillNo() + "-1",
                first.orderNo(),
                first.waybillNo(),
                first.buyer(),
                first.payment(),
                first.carriage(),
                request.at(),
                rows.stream().map(Row::line).toList());
        var goods = RegimeCase.plain(parcel.goodsValue());
        var against = new ArrayList<>(ListTerms.against(parcel.copNo(), regime, goods, request.ledger(), OURS));
        if (!regime.isOpen()) {
            built.add(against, List::of);
            return;
        }
        var terms = ListTerms.of(request.regime(), regime, goods, request.ledger());
        against.addAll(rules.check(parcel, terms));
        built.add(
                against,
                () -> List.of(
                        declaration.order(parcel, terms),
                        declaration.payment(parcel),
                        declaration.waybill(parcel),
                        declaration.list(parcel, terms)));
    }

    private Row row(InputTable.Cells row) {
        return new Row(
                row.filled("order_no"),
                row.filled("waybill_no"),
                new ImportParcel.Buyer(
                        row.filled("buyer_account"),
                        row.filled("buyer_name"),
                        row.filled("buyer_id"),
                        row.filled("buyer_phone"),
                        row.filled("consignee"),
                        row.filled("phone"),
                        row.filled("address")),
                new ImportParcel.Payment(
                        row.filled("pay_no"),
                        request.at(),
                        row.amount("freight"),
                        row.amount("tax"),
                        row.amount("discount")),
                new ImportParcel.Carriage(
                        row.text("traffic").isEmpty() ? RAIL : row.text("traffic"),
                        row.text("vehicle"),
                        row.text("voyage"),
                        row.text("bill_no"),
                        row.filled("from"),
                        row.amount("gross_g").longValue()),
                line(row));
    }

    private static ImportParcel.Line line(InputTable.Cells row) {
        return new ImportParcel.Line(
                row.text("sku"),
                row.text("record_no"),
                row.filled("name_zh"),
                row.text("model").isEmpty() ? "无品牌|" + row.filled("name_zh") : row.text("model"),
                row.hs("hs"),
                row.filled("origin"),
                row.count("quantity"),
                row.text("unit"),
                row.amount("unit_price"),
                row.amount("net_g").longValue());
    }
}
