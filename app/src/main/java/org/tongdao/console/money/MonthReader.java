package org.tongdao.console.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signed statements with what the merchant says of them. A merchant's transaction sees his own only. */
@Component
class MonthReader {

    static final int PAGE = 50;

    /**
     * A statement that was signed off.
     *
     * @param sums {@code 1250 CNY,300 EUR}: smallest parts by currency
     * @param state closed, accepted or disputed
     */
    record Signed(
            String merchant,
            LocalDate month,
            String number,
            int lines,
            String sums,
            String state,
            OffsetDateTime closedAt,
            String closedBy) {

        public String monthName() {
            return YearMonth.from(month).toString();
        }

        /** By currency. */
        public List<Sum> amounts() {
            return Arrays.stream(sums.split(","))
                    .map(sum -> sum.split(" "))
                    .filter(sum -> sum.length == 2)
                    .map(sum -> new Sum(sum[1], lines, Long.parseLong(sum[0])))
                    .toList();
        }

        public String tone() {
            return switch (state) {
                case "accepted" -> "ok";
                case "disputed" -> "bad";
                default -> "warn";
            };
        }
    }

    /**
     * A movement on a statement.
     *
     * @param kind charge, reversal or adjustment
     * @param parcelNo null for an adjustment, as is all that a parcel has
     */
    record Line(
            int lineNo,
            String kind,
            OffsetDateTime at,
            @Nullable String parcelNo,
            @Nullable String orderNo,
            @Nullable String lane,
            @Nullable Long chargeableG,
            @Nullable String tariff,
            String note,
            long amountMinor,
            String currency) {

        public BigDecimal amount() {
            return BigDecimal.valueOf(
                    amountMinor, Currency.getInstance(currency).getDefaultFractionDigits());
        }
    }

    record Answer(boolean accepted, String words, String actor, OffsetDateTime at) {}

    record Sum(String currency, int lines, long amountMinor) {

        public BigDecimal amount() {
            return BigDecimal.valueOf(
                    amountMinor, Currency.getInstance(currency).getDefaultFractionDigits());
        }
    }

    private static final String SIGNED = """
            SELECT s.merchant, s.month, s.number, s.lines, s.closed_at, s.closed_by,
                   CASE a.accepted WHEN true THEN 'accepted' WHEN false THEN 'disputed' ELSE 'closed' END AS state, coalesce(m.sums, '') AS sums
            FROM monthly_statement s
            LEFT JOIN LATERAL (SELECT n.accepted FROM statement_answer n WHERE n.tenant_id = s.tenant_id AND n.merchant = s.merchant AND n.month = s.month
                               ORDER BY n.turn DESC LIMIT 1) a ON true
            LEFT JOIN LATERAL (SELECT string_agg(t.amount || ' ' || t.currency, ',' ORDER BY t.currency) AS sums FROM (
                SELECT l.currency, sum(l.amount_minor) AS amount FROM statement_line l
                WHERE l.tenant_id = s.tenant_id AND l.merchant = s.merchant AND l.month = s.month GROUP BY l.currency) t) m ON true
            WHERE s.tenant_id = current_tenant() AND (:merchant::text IS NULL OR s.merchant = :merchant) AND (:month::date IS NULL OR s.month = :month::date)
              AND (:after::date IS NULL OR s.month < :after::date OR s.month = :after::date AND s.merchant > :below)
            ORDER BY s.month DESC, s.merchant LIMIT\s""" + (PAGE + 1);
    private static final String LINES = """
            SELECT l.line_no, CASE WHEN e.reverses IS NOT NULL THEN 'reversal' WHEN c.entry_id IS NULL THEN 'adjustment' ELSE 'charge' END AS kind,
                   e.effective_at AS at, p.parcel_no, o.order_no, c.lane, c.chargeable_g, c.tariff_version AS tariff, e.note, l.amount_minor, l.currency
            FROM statement_line l
            JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.entry_id = l.entry_id
            LEFT JOIN freight_charge c ON c.tenant_id = l.tenant_id AND c.entry_id = coalesce(e.reverses, l.entry_id)
            LEFT JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            LEFT JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            WHERE l.tenant_id = current_tenant() AND l.merchant = :merchant AND l.month = :month::date ORDER BY l.line_no LIMIT :most
            """;
    private static final String SUMS = """
            SELECT l.currency, count(*)::int AS lines, sum(l.amount_minor)::bigint AS amount_minor FROM statement_line l
            WHERE l.tenant_id = current_tenant() AND l.merchant = :merchant AND l.month = :month::date GROUP BY l.currency ORDER BY l.currency
            """;
    private static final String ANSWERS = """
            SELECT a.accepted, a.words, a.actor, a.at FROM statement_answer a
            WHERE a.tenant_id = current_tenant() AND a.merchant = :merchant AND a.month = :month::date ORDER BY a.turn
            """;

    private final JdbcClient jdbc;

    MonthReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, one more than a page shows. */
    @Transactional(readOnly = true)
    public List<Signed> signed(MonthFilter filter) {
        var key = filter.key();
        return jdbc.sql(SIGNED)
                .param("merchant", filter.whose())
                .param("month", filter.firstDay())
                .param("after", key.map(MonthFilter.Key::month).orElse(null))
                .param("below", key.map(MonthFilter.Key::merchant).orElse(null))
                .query(Signed.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Signed> find(String merchant, YearMonth month) {
        return signed(new MonthFilter(merchant, month, null)).stream().findFirst();
    }

    /** The first lines of a statement, at most this many. */
    @Transactional(readOnly = true)
    public List<Line> lines(String merchant, YearMonth month, int most) {
        return of(LINES, merchant, month).param("most", most).query(Line.class).list();
    }

    @Transactional(readOnly = true)
    public List<Sum> sums(String merchant, YearMonth month) {
        return of(SUMS, merchant, month).query(Sum.class).list();
    }

    @Transactional(readOnly = true)
    public List<Answer> answers(String merchant, YearMonth month) {
        return of(ANSWERS, merchant, month).query(Answer.class).list();
    }

    private JdbcClient.StatementSpec of(String sql, String merchant, YearMonth month) {
        return jdbc.sql(sql).param("merchant", merchant).param("month", month.atDay(1));
    }
}
