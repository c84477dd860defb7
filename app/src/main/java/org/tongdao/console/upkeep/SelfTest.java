package org.tongdao.console.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.editions.Editions;
import org.tongdao.journey.InvariantAudit;
import org.tongdao.keys.KeyState;
import org.tongdao.keys.Keys;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.WorkStopped;

/** Asks every part of the installation whether it is well, now. Each answer names what was looked at, and what to do when it is not well. */
@Component
class SelfTest {

    private static final long LEAST_FREE = 1L << 30;

    /**
     * One answer.
     *
     * @param name key of its words
     * @param tone ok, warn or bad
     * @param seen what was found, in numbers or names
     * @param millis how long it took
     */
    record Answer(String name, String tone, String seen, long millis) {}

    @FunctionalInterface
    private interface Question {
        /** Tone and what was seen. */
        String[] ask() throws IOException;
    }

    private final JdbcClient jdbc;
    private final InvariantAudit invariants;
    private final Keys keys;
    private final PlatformSettings settings;
    private final Editions editions;

    SelfTest(JdbcClient jdbc, InvariantAudit invariants, Keys keys, PlatformSettings settings, Editions editions) {
        this.jdbc = jdbc;
        this.invariants = invariants;
        this.keys = keys;
        this.settings = settings;
        this.editions = editions;
    }

    @Transactional
    public List<Answer> run() {
        var all = new ArrayList<Answer>();
        all.add(answer("database", this::database));
        all.add(answer("apart", this::apart));
        all.add(answer("invariants", this::invariants));
        all.add(answer("keys", this::keys));
        all.add(answer("disk", this::disk));
        all.add(answer("lists", this::lists));
        all.add(answer(
                "pulse",
                () -> graded(
                        "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - at)), 999999)::bigint"
                                + " FROM work_pulse WHERE tenant_id = current_tenant()",
                        60,
                        3600)));
        all.add(answer("failures", () -> counted("work_failure WHERE resolved_at IS NULL")));
        all.add(answer("dead", () -> counted("outbox WHERE dead_reason IS NOT NULL")));
        all.add(answer("webhooks", () -> counted("webhook WHERE enabled AND removed_at IS NULL AND failures > 0")));
        all.add(answer(
                "prints",
                () -> counted(
                        "print_job WHERE state IN ('FAILED', 'UNSURE') AND asked_at > now() - interval '1 day'")));
        return all;
    }

    private static Answer answer(String name, Question question) {
        long start = System.nanoTime();
        String[] given;
        try {
            given = question.ask();
        } catch (IOException | RuntimeException e) {
            given = new String[] {"bad", String.valueOf(e.getMessage())};
        }
        return new Answer(name, given[0], given[1], (System.nanoTime() - start) / 1_000_000);
    }

    private String[] database() {
        String version = jdbc.sql("SELECT split_part(version(), ' on ', 1)")
                .query(String.class)
                .single();
        long apart = jdbc.sql("SELECT abs(extract(epoch FROM clock_timestamp()) * 1000 - ?)::bigint")
                .param(System.currentTimeMillis())
                .query(Long.class)
                .single();
        return new String[] {apart > 2_000 ? "warn" : "ok", version + " · Δt " + apart + " ms"};
    }

    /** Every table with a tenant's rows is closed to the others (I-33). */
    private String[] apart() {
        var open = jdbc.sql("""
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                ORDER BY 1""").query(String.class).list();
        long tables = jdbc.sql("""
                SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace""").query(Long.class).single();
        return open.isEmpty()
                ? new String[] {"ok", String.valueOf(tables)}
                : new String[] {"bad", String.join(", ", open)};
    }

    private String[] invariants() {
        Map<String, Long> broken = new TreeMap<>(invariants.report().violations());
        int asked = broken.size();
        broken.values().removeIf(count -> count == 0);
        return broken.isEmpty() ? new String[] {"ok", asked + " · 0"} : new String[] {"bad", broken.toString()};
    }

    private String[] keys() {
        try {
            var states = keys.states();
            var unwell = states.stream()
                    .filter(key -> key.use().isInService() && !key.isWell())
                    .map(KeyState::name)
                    .toList();
            return unwell.isEmpty()
                    ? new String[] {states.isEmpty() ? "warn" : "ok", String.valueOf(states.size())}
                    : new String[] {"bad", String.join(", ", unwell)};
        } catch (WorkStopped e) {
            return new String[] {"bad", e.rule() + " " + e.value()};
        }
    }

    /** A list that was brought under another version of the program may not be readable by this one. */
    private String[] lists() {
        var unread = editions.unread();
        return unread.isEmpty()
                ? new String[] {"ok", String.valueOf(editions.brought().size())}
                : new String[] {"bad", String.join(", ", unread)};
    }

    private String[] disk() throws IOException {
        Path home = settings.home().toAbsolutePath();
        Files.createDirectories(home);
        Path probe = Files.createTempFile(home, "self-test", ".tmp");
        Files.delete(probe);
        long free = Files.getFileStore(home).getUsableSpace();
        return new String[] {free < LEAST_FREE ? "bad" : "ok", (free >> 20) + " MB"};
    }

    private String[] counted(String rows) {
        return graded(
                "SELECT count(*) FROM " + rows.replace("WHERE", "WHERE tenant_id = current_tenant() AND"), 0, 100);
    }

    /** Warns above the first limit, bad above the second. */
    private String[] graded(String sql, long warn, long bad) {
        long seen = jdbc.sql(sql).query(Long.class).single();
        return new String[] {seen > bad ? "bad" : seen > warn ? "warn" : "ok", String.valueOf(seen)};
    }
}
