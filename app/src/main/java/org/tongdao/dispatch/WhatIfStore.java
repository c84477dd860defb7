package org.tongdao.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.yard.StationFigure;
import org.tongdao.yard.YardComparison.Interval;
import org.tongdao.yard.YardComparison.Measure;
import tools.jackson.databind.json.JsonMapper;

/** What-ifs as rows: questions, variants, answers, measures. None is changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WhatIfStore {

    /** A variant that has no answer. */
    record Open(
            long id, int no, String station, String baseline, String changes, int replications, int days, long seed) {}

    private record Head(
            long id,
            String station,
            String baseline,
            int replications,
            int days,
            String figures,
            String actor,
            Instant askedAt) {}

    private record Line(long id, int no, String changes, Optional<WhatIfCase.Answer> answer) {}

    private final JdbcClient jdbc;

    WhatIfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Open> open() {
        return jdbc.sql("""
                        SELECT w.id, v.no, w.station, w.baseline, v.changes, w.replications, w.days, w.seed
                        FROM yard_whatif w JOIN yard_whatif_variant v ON v.tenant_id = w.tenant_id AND v.whatif_id = w.id
                        WHERE w.tenant_id = current_tenant() AND NOT EXISTS (SELECT FROM yard_whatif_answer a
                            WHERE a.tenant_id = v.tenant_id AND a.whatif_id = v.whatif_id AND a.no = v.no)
                        ORDER BY w.id, v.no LIMIT 1""").query(Open.class).optional();
    }

    void keep(Open open, WhatIfCase.Answer answer, Instant now) {
        int kept = jdbc.sql("""
                        INSERT INTO yard_whatif_answer (tenant_id, whatif_id, no, method, failure, at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(open.id(), open.no(), answer.method(), answer.failure(), Timestamp.from(now))
                .update();
        for (int i = 0; kept == 1 && i < answer.measures().size(); i++) {
            measure(open, i + 1, answer.measures().get(i));
        }
    }

    private void measure(Open open, int place, Measure m) {
        jdbc.sql("INSERT INTO yard_whatif_measure VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(open.id(), open.no(), place, m.name())
                .params(m.a().mean(), m.a().plusMinus(), m.b().mean(), m.b().plusMinus())
                .params(m.difference().mean(), m.difference().plusMinus())
                .update();
    }

    Optional<WhatIfCase> find(long id) {
        return whole(heads("id = ?", id)).stream().findFirst();
    }

    List<WhatIfCase> latest(String station) {
        return whole(heads("station = ?", station));
    }

    private List<Head> heads(String which, Object key) {
        return jdbc.sql("SELECT id, station, baseline, replications, days, figures::text AS figures, actor, asked_at"
                        + " FROM yard_whatif WHERE tenant_id = current_tenant() AND " + which
                        + " ORDER BY id DESC LIMIT 20")
                .param(key)
                .query(Head.class)
                .list();
    }

    private List<WhatIfCase> whole(List<Head> heads) {
        var lines = lines(heads.stream().map(Head::id).toArray(Long[]::new));
        return heads.stream()
                .map(h -> new WhatIfCase(
                        h.id(),
                        h.station(),
                        h.baseline(),
                        h.replications(),
                        h.days(),
                        h.actor(),
                        h.askedAt(),
                        Arrays.asList(JsonMapper.shared().readValue(h.figures(), StationFigure[].class)),
                        lines.getOrDefault(h.id(), List.of()).stream()
                                .map(l -> new WhatIfCase.Variant(l.no(), l.changes(), l.answer()))
                                .toList()))
                .toList();
    }

    private Map<Long, List<Line>> lines(Long[] ids) {
        var measures = measures(ids);
        return jdbc.sql("""
                        SELECT v.whatif_id, v.no, v.changes, a.method, a.failure FROM yard_whatif_variant v
                        LEFT JOIN yard_whatif_answer a ON a.tenant_id = v.tenant_id AND a.whatif_id = v.whatif_id AND a.no = v.no
                        WHERE v.tenant_id = current_tenant() AND v.whatif_id = ANY (?) ORDER BY v.whatif_id, v.no""").param(ids).query((row, n) -> line(row, measures)).list().stream()
                .collect(Collectors.groupingBy(Line::id));
    }

    private static Line line(ResultSet row, Map<String, List<Measure>> measures) throws SQLException {
        long id = row.getLong(1);
        int no = row.getInt(2);
        var method = Optional.ofNullable(row.getString(4));
        var failure = row.getString(5);
        return new Line(
                id,
                no,
                row.getString(3),
                method.map(m -> new WhatIfCase.Answer(m, failure, measures.getOrDefault(id + " " + no, List.of()))));
    }

    private Map<String, List<Measure>> measures(Long[] ids) {
        var of = new java.util.HashMap<String, List<Measure>>();
        jdbc.sql("""
                        SELECT whatif_id, no, measure, base, base_pm, variant, variant_pm, change, change_pm FROM yard_whatif_measure
                        WHERE tenant_id = current_tenant() AND whatif_id = ANY (?) ORDER BY whatif_id, no, place""").param(ids).query(row -> {
            of.computeIfAbsent(row.getLong(1) + " " + row.getInt(2), k -> new ArrayList<>())
                    .add(new Measure(
                            row.getString(3),
                            new Interval(row.getDouble(4), row.getDouble(5)),
                            new Interval(row.getDouble(6), row.getDouble(7)),
                            new Interval(row.getDouble(8), row.getDouble(9))));
        });
        return of;
    }
}
