package org.tongdao.console.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Spreadsheet;

/** Freight charges as bills: a page, the sums, and all of a filter for a spreadsheet. A merchant's transaction sees his own only. */
@Component
class BillsReader {

    static final int PAGE = 50;

    record Row(
            OffsetDateTime departedAt,
            long parcelId,
            int turn,
            String merchant,
            long orderId,
            String orderNo,
            String parcelNo,
            String lane,
            String tariff,
            String mark,
            long actualG,
            long volumetricG,
            long chargeableG,
            long amountMinor,
            String currency,
            boolean reversed) {

        public BigDecimal amount() {
            return BigDecimal.valueOf(
                    amountMinor, Currency.getInstance(currency).getDefaultFractionDigits());
        }

        String key() {
            return departedAt.toInstant().toEpochMilli() + "-" + parcelId + "-" + turn;
        }
    }

    /** One sum; what was taken back does not count. */
    record Sum(String currency, long parcels, long chargeableG, long amountMinor) {

        public BigDecimal amount() {
            return BigDecimal.valueOf(
                    amountMinor, Currency.getInstance(currency).getDefaultFractionDigits());
        }
    }

    private static final String FROM = """
            FROM freight_charge c
            JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            LEFT JOIN journal_entry r ON r.tenant_id = c.tenant_id AND r.reverses = c.entry_id
            """;
    private static final String COLUMNS =
            """
            SELECT c.departed_at, c.parcel_id, c.turn, o.merchant, o.id AS order_id, o.order_no, p.parcel_no, c.lane, c.tariff_version AS tariff, t.mark,
                   c.actual_g, c.volumetric_g, c.chargeable_g, c.amount_minor, c.currency, r.entry_id IS NOT NULL AS reversed
            """ + FROM + "JOIN tariff t ON t.tenant_id = c.tenant_id AND t.version = c.tariff_version\n";
    private static final String ORDER = " ORDER BY c.departed_at DESC, c.parcel_id DESC, c.turn DESC ";

    private final JdbcClient jdbc;

    BillsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Row> page(BillFilter filter) {
        return jdbc.sql(COLUMNS + where(filter, true) + ORDER + "LIMIT " + (PAGE + 1))
                .params(values(filter, true))
                .query(Row.class)
                .list();
    }

    /** All charges of the filter in the order of departure, at most one more than {@code most}. */
    @Transactional(readOnly = true)
    public List<Row> rows(BillFilter filter, int most) {
        return jdbc.sql(COLUMNS + where(filter, false) + " ORDER BY c.departed_at, c.parcel_id, c.turn LIMIT "
                        + (most + 1))
                .params(values(filter, false))
                .query(Row.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Sum> sums(BillFilter filter) {
        return jdbc.sql(
                        "SELECT c.currency, count(*) AS parcels, sum(c.chargeable_g)::bigint AS chargeable_g, sum(c.amount_minor)::bigint AS amount_minor "
                                + FROM + where(filter, false)
                                + " AND r.entry_id IS NULL GROUP BY c.currency ORDER BY c.currency")
                .params(values(filter, false))
                .query(Sum.class)
                .list();
    }

    @Transactional(readOnly = true)
    public void export(BillFilter filter, Writer out) {
        try (Stream<Row> rows = jdbc
                .sql(COLUMNS + where(filter, false) + ORDER)
                .params(values(filter, false))
                .withFetchSize(1000)
                .query(Row.class)
                .stream()) {
            out.write(
                    "\uFEFFdeparted_at,merchant,order_no,parcel_no,lane,tariff,mark,actual_g,volumetric_g,chargeable_g,amount,currency,reversed\r\n");
            rows.forEach(row -> write(out, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer out, Row row) {
        try {
            out.write(Spreadsheet.row(
                    row.departedAt().toInstant().toString(),
                    row.merchant(),
                    row.orderNo(),
                    row.parcelNo(),
                    row.lane(),
                    row.tariff(),
                    row.mark(),
                    "" + row.actualG(),
                    "" + row.volumetricG(),
                    "" + row.chargeableG(),
                    row.amount().toPlainString(),
                    row.currency(),
                    row.reversed() ? "yes" : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(BillFilter filter, boolean paged) {
        var sql = new StringBuilder("WHERE c.tenant_id = current_tenant()");
        values(filter, paged)
                .keySet()
                .forEach(name -> sql.append(
                        switch (name) {
                            case "merchant" -> " AND o.merchant = :merchant";
                            case "q" -> " AND (p.parcel_no = upper(:q) OR o.order_no = :q)";
                            case "from" -> " AND c.departed_at >= :from::timestamp AT TIME ZONE 'Asia/Shanghai'";
                            case "to" -> " AND c.departed_at < :to::timestamp AT TIME ZONE 'Asia/Shanghai'";
                            case "at" ->
                                " AND (c.departed_at, c.parcel_id, c.turn) < (to_timestamp(:at / 1000.0), :parcel, :turn)";
                            default -> "";
                        }));
        return sql.toString();
    }

    private static Map<String, Object> values(BillFilter filter, boolean paged) {
        var values = new HashMap<String, Object>();
        put(values, "merchant", BillFilter.given(filter.merchant()));
        put(values, "q", BillFilter.given(filter.q()));
        YearMonth month = filter.month();
        if (month != null) {
            values.put("from", month.atDay(1).toString());
            values.put("to", month.plusMonths(1).atDay(1).toString());
        }
        String after = filter.after();
        if (paged && after != null && after.matches("\\d{1,15}-\\d{1,18}-\\d{1,9}")) {
            String[] key = after.split("-");
            values.put("at", Long.parseLong(key[0]));
            values.put("parcel", Long.parseLong(key[1]));
            values.put("turn", Integer.parseInt(key[2]));
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
