package org.tongdao.console.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what in the console. */
@Component
public class Audit {

    /** One line of the trail. */
    public record Line(long id, OffsetDateTime at, String actor, String role, String action, String subject) {}

    /**
     * What is looked for; null asks for everything.
     *
     * @param words in the act or in what it was done to, capital or small
     * @param from first day, by Beijing time
     * @param to last day
     * @param before the list goes on below this line
     */
    public record Filter(
            @Nullable String actor,
            @Nullable String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {

        /** Lines whose act or subject holds these words. */
        public static Filter of(String words) {
            return new Filter(null, words, null, null, null);
        }
    }

    private static final String SEARCH = """
            SELECT id, at, actor, role, action, subject FROM audit_log
            WHERE tenant_id = current_tenant() AND (:before::bigint IS NULL OR id < :before::bigint)
              AND (:actor::text IS NULL OR actor = :actor::text)
              AND (:words::text IS NULL OR strpos(lower(action || ' ' || subject), lower(:words::text)) > 0
                   OR action = ANY (:acts::text[]))
              AND (:from::date IS NULL OR at >= :from::date::timestamp AT TIME ZONE 'Asia/Shanghai')
              AND (:to::date IS NULL OR at < (:to::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
            ORDER BY id DESC LIMIT :most
            """;

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void write(SignedIn who, String action, String subject) {
        write(who.name(), who.role(), action, subject);
    }

    /** For an act in front of the door, where nobody is signed in yet. */
    @Transactional
    void write(String name, String role, String action, String subject) {
        jdbc.sql(
                        "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(name, role, action, subject)
                .update();
    }

    /** Lines of the filter, the newest first. */
    @Transactional(readOnly = true)
    public List<Line> search(Filter filter, int most) {
        return search(filter, List.of(), most);
    }

    /** Lines of the filter; {@code acts} are those that the words mean in the reader's language. */
    @Transactional(readOnly = true)
    public List<Line> search(Filter filter, List<String> acts, int most) {
        return jdbc.sql(SEARCH)
                .param("before", filter.before())
                .param("actor", blankIsNull(filter.actor()))
                .param("words", blankIsNull(filter.words()))
                .param("acts", acts.toArray(String[]::new))
                .param("from", filter.from())
                .param("to", filter.to())
                .param("most", most)
                .query(Line.class)
                .list();
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
