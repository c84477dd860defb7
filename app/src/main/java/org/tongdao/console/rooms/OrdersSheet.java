package org.tongdao.console.rooms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The orders list as XLSX, written while it is read. Numbers and codes are texts, so that nothing is rounded; money and weight are numbers. */
final class OrdersSheet implements AutoCloseable {

    /** A sheet holds 1,048,576 rows, one of them is the head. */
    private static final int ROWS = 1_048_575;

    private static final int FLUSH = 1_000;
    private static final List<String> HEAD = List.of(
            "order_no",
            "parcel_no",
            "merchant",
            "country",
            "city",
            "hub",
            "goods_value",
            "currency",
            "gross_kg",
            "ordered_at",
            "state");

    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    OrdersSheet(OutputStream out) {
        book = new Workbook(out, "Tongdao", "1.0");
        sheet = begin();
    }

    void add(OrdersReader.Row order) {
        try {
            if (row > ROWS) {
                sheet.finish();
                sheets++;
                sheet = begin();
            }
            write(order);
            if (row % FLUSH == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private Worksheet begin() {
        var next = book.newWorksheet("orders " + sheets);
        for (int i = 0; i < HEAD.size(); i++) {
            next.inlineString(0, i, HEAD.get(i));
        }
        next.freezePane(0, 1);
        row = 1;
        return next;
    }

    private void write(OrdersReader.Row order) {
        text(0, order.orderNo());
        text(1, order.parcelNo());
        text(2, order.merchant());
        text(3, order.country());
        text(4, order.city());
        text(5, order.hub());
        sheet.value(row, 6, order.goodsValue());
        text(7, order.currency());
        if (order.grossG() != null) {
            sheet.value(row, 8, java.math.BigDecimal.valueOf(order.grossG(), 3));
        }
        text(9, order.orderedAt().toInstant().toString());
        text(10, order.state());
        row++;
    }

    private void text(int column, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isEmpty()) {
            sheet.inlineString(row, column, text);
        }
    }
}
