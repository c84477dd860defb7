package org.tongdao.declaration;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.Advice;
import org.tongdao.customs.Receipt;

/** The broker's queue for screens: what waits, why, and what to do about it. Pages by key, so that any depth costs the same. */
@Component
@Transactional(readOnly = true)
public class BrokerQueue {

    private static final String LIST = """
            SELECT subject, document, cause, status, code, info, field, value, maybe, since, cop_no, attempt, order_no, country FROM broker_queue
            WHERE tenant_id = current_tenant() AND (:cause = '' OR cause = :cause) AND (:batch = 0 OR batch_id = :batch)
              AND (subject, document) > (:subject, :document)
            ORDER BY subject, document LIMIT :limit
            """;
    private static final String COUNTS = """
            SELECT cause, count(*) AS items FROM broker_queue WHERE tenant_id = current_tenant() GROUP BY cause ORDER BY cause
            """;

    private final JdbcClient jdbc;

    BrokerQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String subject,
            String document,
            String cause,
            String status,
            String code,
            String info,
            String field,
            String value,
            String maybe,
            Timestamp since,
            String copNo,
            int attempt,
            String orderNo,
            String country) {}

    public List<QueueItem> list(QueueFilter filter) {
        return jdbc
                .sql(LIST)
                .param("cause", filter.cause())
                .param("batch", filter.batchId())
                .param("subject", filter.afterSubject())
                .param("document", filter.afterDocument())
                .param("limit", filter.limit())
                .query(Row.class)
                .list()
                .stream()
                .map(BrokerQueue::item)
                .toList();
    }

    /** How many wait, by cause; causes nobody waits for are absent. */
    public List<QueueCount> counts() {
        return jdbc.sql(COUNTS).query(QueueCount.class).list();
    }

    private static QueueItem item(Row row) {
        var advice = row.cause().equals("WITHHELD") ? own(row) : official(row);
        var said = row.field().isEmpty() ? row.info() : row.field() + ": " + row.value();
        return new QueueItem(
                row.subject(),
                row.document(),
                row.cause(),
                row.code(),
                said,
                advice.causeZh(),
                advice.causeEn(),
                advice.fixZh(),
                advice.fixEn(),
                advice.mapped(),
                row.since().toInstant(),
                row.copNo(),
                row.attempt(),
                row.orderNo(),
                row.country());
    }

    private static Advice official(Row row) {
        return Advice.of(new Receipt(row.document(), "", row.status(), "", row.info(), "", ""));
    }

    private static Advice own(Row row) {
        return new Advice(
                row.code(),
                "",
                "申报前自查未通过：" + row.code(),
                row.maybe(),
                "更正数据后重新申报",
                "Correct the data, then declare again.",
                true);
    }
}
