package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tongdao.customs.ImportParcel;
import org.tongdao.terms.Finding;

/** A CSV file of retail import as parcels: the same columns for the desk and for {@code customs build}. Rows that cannot be used are findings. */
record ImportOrders(List<ImportParcel> parcels, List<Finding> findings) {

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
    private static final String RAIL = "3";

    private record Row(
            String orderNo,
            String waybillNo,
            ImportParcel.Buyer buyer,
            ImportParcel.Payment payment,
            ImportParcel.Carriage carriage,
            ImportParcel.Line line) {}

    /** Our number of a list: short, since imports allow 20 characters. */
    static String copNo(String waybillNo, int attempt) {
        return "TI" + waybillNo + "-" + attempt;
    }

    static ImportOrders read(Path file, Instant at) {
        var table = InputTable.read(file, COLUMNS, cells -> row(cells, at));
        var parcels =
                table.by(Row::orderNo).stream().map(rows -> parcel(rows, at)).toList();
        return new ImportOrders(parcels, table.findings());
    }

    private static ImportParcel parcel(List<Row> rows, Instant at) {
        var first = rows.get(0);
        return new ImportParcel(
                copNo(first.waybillNo(), 1),
                first.orderNo(),
                first.waybillNo(),
                first.buyer(),
                first.payment(),
                first.carriage(),
                at,
                rows.stream().map(Row::line).toList());
    }

    private static Row row(InputTable.Cells row, Instant at) {
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
                        row.filled("pay_no"), at, row.amount("freight"), row.amount("tax"), row.amount("discount")),
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
