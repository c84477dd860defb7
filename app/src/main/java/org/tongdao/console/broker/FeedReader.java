package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Tone;
import org.tongdao.customs.Advice;
import org.tongdao.customs.Receipt;

/** Customs' answers, the newest by customs' time first, each with cause and fix. */
@Component
class FeedReader {

    /** Receipts on one page. */
    static final int PAGE = 100;

    /** A receipt; {@code parcelNo} is absent for bindings and for keys that nobody knows ({@code known} false: parked). */
    record Answer(
            String file,
            int position,
            String type,
            String receiptKey,
            String outcome,
            String status,
            String code,
            String info,
            OffsetDateTime returnedAt,
            boolean known,
            @Nullable Long orderId,
            @Nullable String parcelNo) {

        public String tone() {
            return Tone.of(outcome);
        }

        public String cause(String language) {
            return advice().cause(language);
        }

        public String fix(String language) {
            return advice().fix(language);
        }

        private Advice advice() {
            return Advice.of(new Receipt(type, "", status, "", info, "", ""));
        }

        /** Where the next page begins. */
        public String mark() {
            return returnedAt.toInstant() + "|" + file + "|" + position;
        }
    }

    record Unread(String file, String rule, String maybe, OffsetDateTime at) {}

    private static final String FEED = """
            SELECT r.file, r.position, r.type, r.receipt_key, r.outcome, r.status, r.code, r.info, r.returned_at,
                   c.id IS NOT NULL AS known, p.order_id, p.parcel_no
            FROM customs_receipt r
            LEFT JOIN LATERAL (SELECT id, declaration_id FROM customs_document c WHERE c.tenant_id = r.tenant_id AND c.receipt_key = r.receipt_key
                               ORDER BY id DESC LIMIT 1) c ON true
            LEFT JOIN declaration d ON d.tenant_id = r.tenant_id AND d.id = c.declaration_id
            LEFT JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
            WHERE r.tenant_id = current_tenant() AND (:outcome = '' OR r.outcome = :outcome) AND (NOT :parked OR c.id IS NULL)
              AND (r.returned_at, r.file, r.position) < (:at, :file, :position)
            ORDER BY r.returned_at DESC, r.file DESC, r.position DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;

    FeedReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place in the feed where a page begins. */
    record Mark(OffsetDateTime at, String file, int position) {

        static final Mark END = new Mark(OffsetDateTime.parse("9999-01-01T00:00:00Z"), "", 0);

        /** Reads {@link Answer#mark()}; anything else is the begin of the feed. */
        static Mark of(String text) {
            var parts = text.split("\\|");
            try {
                return parts.length == 3
                        ? new Mark(OffsetDateTime.parse(parts[0]), parts[1], Integer.parseInt(parts[2]))
                        : END;
            } catch (java.time.DateTimeException | NumberFormatException e) {
                return END;
            }
        }
    }

    /** @param parked only receipts whose key no document of ours has */
    @Transactional(readOnly = true)
    public List<Answer> page(String outcome, boolean parked, Mark before) {
        return jdbc.sql(FEED)
                .param("outcome", outcome)
                .param("parked", parked)
                .param("at", before.at())
                .param("file", before.file())
                .param("position", before.position())
                .param("limit", PAGE)
                .query(Answer.class)
                .list();
    }

    /** Files that could not be read as receipts; they are kept as they came. */
    @Transactional(readOnly = true)
    public List<Unread> unread() {
        return jdbc.sql(
                        "SELECT file, rule, maybe, at FROM customs_unread WHERE tenant_id = current_tenant() ORDER BY at DESC LIMIT 50")
                .query(Unread.class)
                .list();
    }

    /** The mark after a full page. */
    static Optional<String> next(List<Answer> page) {
        return page.size() == PAGE ? Optional.of(page.get(page.size() - 1).mark()) : Optional.empty();
    }
}
