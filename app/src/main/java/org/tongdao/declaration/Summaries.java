package org.tongdao.declaration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.SummaryApplication;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;

/** Summary declaration: what was released and must be summarised by the 15th of the next month (701). */
@Component
public class Summaries {

    private static final String MONTHS = """
            SELECT d.regime, to_char(k.released_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*) AS lists
            FROM clearance k JOIN declaration d ON d.tenant_id = k.tenant_id AND d.id = k.declaration_id AND d.statistics_flag = 'B'
            WHERE k.tenant_id = current_tenant() AND k.invt_no <> '' AND NOT EXISTS (
                SELECT FROM customs_summary_list s JOIN customs_paper p ON p.tenant_id = s.tenant_id AND p.id = s.paper_id AND p.standing
                WHERE s.tenant_id = d.tenant_id AND s.declaration_id = d.id)
            GROUP BY 1, 2 ORDER BY 2, 1
            """;
    private static final String LISTS = """
            SELECT d.id, k.invt_no, p.order_id
            FROM clearance k
            JOIN declaration d ON d.tenant_id = k.tenant_id AND d.id = k.declaration_id AND d.statistics_flag = 'B' AND d.regime = ?
            JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
            WHERE k.tenant_id = current_tenant() AND k.invt_no <> '' AND to_char(k.released_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = ?
              AND NOT EXISTS (SELECT FROM customs_summary_list s JOIN customs_paper q ON q.tenant_id = s.tenant_id AND q.id = s.paper_id AND q.standing
                              WHERE s.tenant_id = d.tenant_id AND s.declaration_id = d.id)
            ORDER BY k.invt_no
            """;
    private static final String TAKE = """
            INSERT INTO customs_summary_list (tenant_id, declaration_id, paper_id, invt_no)
            SELECT current_tenant(), n.id, ?, n.invt_no FROM unnest(?, ?) AS n (id, invt_no)
            ON CONFLICT (tenant_id, declaration_id) DO UPDATE SET paper_id = EXCLUDED.paper_id, invt_no = EXCLUDED.invt_no
            """;
    private final JdbcClient jdbc;
    private final PaperStore papers;
    private final Desk desk;
    private final Post post;
    private final Settling settling;
    private final Clock clock;

    Summaries(JdbcClient jdbc, PaperStore papers, Desk desk, Post post, Settling settling, Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.desk = desk;
        this.post = post;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Lists of one month and regime that wait to be summarised.
     *
     * @param deadline last day in Beijing
     * @param daysLeft negative when it has passed
     */
    public record Month(String regime, String month, long lists, LocalDate deadline, long daysLeft) {}

    private record Waiting(String regime, String month, long lists) {}

    private record Released(long id, String invtNo, long orderId) {}

    /**
     * What waits, the oldest first; regimes without summary declaration are not named.
     *
     * @param now the work clock, for the days that are left
     */
    @Transactional(readOnly = true)
    public List<Month> months(Instant now) {
        var today = now.atZone(ChinaTime.ZONE).toLocalDate();
        var months = new ArrayList<Month>();
        for (var w : jdbc.sql(MONTHS).query(Waiting.class).list()) {
            var inMonth = YearMonth.parse(w.month())
                    .atDay(1)
                    .atStartOfDay(ChinaTime.ZONE)
                    .toInstant();
            rules(w.regime(), YearMonth.parse(w.month()))
                    .summaryDeadline(inMonth)
                    .ifPresent(day -> months.add(
                            new Month(w.regime(), w.month(), w.lists(), day, ChronoUnit.DAYS.between(today, day))));
        }
        return months;
    }

    /** Applies for the summary of everything released in a month under a regime; the number of lists, 0 when there is nothing to summarise. */
    @Transactional
    public int apply(String regime, YearMonth month, String who) {
        jdbc.sql("SELECT pg_advisory_xact_lock(23, current_tenant())").query().listOfRows();
        var rules = rules(regime, month);
        var lists = jdbc.sql(LISTS)
                .params(regime, month.toString())
                .query(Released.class)
                .list();
        if (lists.isEmpty() || rules.find("summary-deadline-day").isEmpty()) {
            return 0;
        }
        int before = jdbc.sql(
                        "SELECT count(*) FROM customs_paper WHERE tenant_id = current_tenant() AND kind = 'SUMMARY'")
                .query(Integer.class)
                .single();
        var number = "S" + regime + "-" + month + "-" + (before + 1);
        long paper = papers.summary(number, regime, lines(lists, rules), who);
        jdbc.sql(TAKE)
                .params(
                        paper,
                        lists.stream().map(Released::id).toArray(Long[]::new),
                        lists.stream().map(Released::invtNo).toArray(String[]::new))
                .update();
        var application = new SummaryApplication(
                number,
                false,
                clock.instant(),
                lists.stream().map(Released::invtNo).toList());
        var documents = application.documents(desk.tools().parties());
        post.send(documents.stream().map(d -> Paper.later(d, paper)).toList());
        settling.settle(documents.stream().map(ReceiptKey::of).toList());
        return lists.size();
    }

    private RegimeRules rules(String regime, YearMonth month) {
        return desk.tools()
                .regime(
                        CustomsRegime.ofCode(regime),
                        TradeWay.EXPORT,
                        month.atDay(1).atStartOfDay(ChinaTime.ZONE).toInstant());
    }

    /** Lines of the declaration by the merge key of the day; consignor, owner, transport and office are the same for all our lists. */
    private int lines(List<Released> lists, RegimeRules rules) {
        var columns = rules.summaryKey().stream()
                .flatMap(part -> column(part).stream())
                .distinct()
                .toList();
        return jdbc.sql("SELECT count(*) FROM (SELECT DISTINCT "
                        + (columns.isEmpty() ? "1" : String.join(", ", columns))
                        + " FROM order_line l JOIN customer_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id"
                        + " WHERE l.tenant_id = current_tenant() AND l.order_id = ANY (?)) merged")
                .param(lists.stream().map(Released::orderId).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    private static Optional<String> column(String part) {
        return switch (part) {
            case "consignor", "transport", "owner", "office" -> Optional.empty();
            case "country", "destination" -> Optional.of("o.country");
            case "hs" -> Optional.of("l.hs");
            case "currency" -> Optional.of("o.currency");
            case "unit" -> Optional.of("l.unit");
            default -> throw new IllegalArgumentException("unknown part of the merge key: " + part);
        };
    }
}
