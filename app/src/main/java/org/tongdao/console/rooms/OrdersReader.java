package org.tongdao.console.rooms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Spreadsheet;

/** The orders list: keyset pages, so that page one thousand costs what page one costs. */
@Component
class OrdersReader {

    static final int PAGE = 50;

    record Row(
            long id,
            String orderNo,
            String merchant,
            @Nullable String parcelNo,
            String country,
            String city,
            @Nullable String hub,
            BigDecimal goodsValue,
            String currency,
            @Nullable Long grossG,
            OffsetDateTime orderedAt,
            long batchId,
            String state) {

        public String tone() {
            return State.valueOf(state).tone;
        }
    }

    record Page(List<Row> rows, @Nullable Long next) {}

    // the fence (OFFSET 0) keeps the walk along the key: parcel and state are looked up only for rows that are passed
    private static final String SELECT = """
            SELECT o.id, o.order_no, o.merchant, p.parcel_no, o.country, o.consignee_city AS city, p.hub, o.goods_value, o.currency, p.gross_g,
                   o.ordered_at, o.batch_id, %s AS state
            FROM customer_order o LEFT JOIN LATERAL (
                SELECT * FROM parcel own WHERE own.tenant_id = o.tenant_id AND own.order_id = o.id OFFSET 0) p ON true
            WHERE %s
            ORDER BY o.id DESC
            """;

    private final JdbcClient jdbc;

    OrdersReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page page(OrderFilter filter) {
        List<Row> rows = jdbc.sql(select(filter) + "LIMIT " + (PAGE + 1))
                .params(filter.values())
                .query(Row.class)
                .list();
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        return new Page(shown, more ? shown.get(PAGE - 1).id() : null);
    }

    /** All rows of the filter as CSV; text that a spreadsheet would take for a formula is neutralised. */
    @Transactional(readOnly = true)
    public void export(OrderFilter filter, Writer out) {
        try (Stream<Row> rows =
                jdbc.sql(select(filter)).params(filter.values()).withFetchSize(1000).query(Row.class).stream()) {
            out.write(
                    "\uFEFForder_no,parcel_no,merchant,country,city,hub,goods_value,currency,gross_kg,ordered_at,state\r\n");
            rows.forEach(row -> write(out, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of the filter as a workbook. */
    @Transactional(readOnly = true)
    public void exportSheet(OrderFilter filter, OutputStream out) throws IOException {
        try (Stream<Row> rows =
                        jdbc.sql(select(filter)).params(filter.values()).withFetchSize(1000).query(Row.class).stream();
                var sheet = new OrdersSheet(out)) {
            rows.forEach(sheet::add);
        }
    }

    /** Numbers of the parcels of a filter, newest order first, at most this many. */
    @Transactional(readOnly = true)
    public List<String> parcels(OrderFilter filter, int most) {
        return jdbc.sql("SELECT parcel_no FROM (" + select(filter) + ") f WHERE parcel_no IS NOT NULL LIMIT " + most)
                .params(filter.values())
                .query(String.class)
                .list();
    }

    private static void write(Writer out, Row row) {
        String parcel = row.parcelNo() == null ? "" : row.parcelNo();
        String hub = row.hub() == null ? "" : row.hub();
        String kg =
                row.grossG() == null ? "" : BigDecimal.valueOf(row.grossG(), 3).toPlainString();
        try {
            out.write(Spreadsheet.row(
                    row.orderNo(),
                    parcel,
                    row.merchant(),
                    row.country(),
                    row.city(),
                    hub,
                    row.goodsValue().stripTrailingZeros().toPlainString(),
                    row.currency(),
                    kg,
                    row.orderedAt().toInstant().toString(),
                    row.state()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String select(OrderFilter filter) {
        return SELECT.formatted(State.expression(), filter.where());
    }
}
