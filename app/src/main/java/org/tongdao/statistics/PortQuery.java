package org.tongdao.statistics;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.statistics.PortFigure.Count;

/** Counts over the view port_passage. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PortQuery {

    /** One port in one period. */
    record Line(String node, Period period, Count count) {}

    private record Row(String node, LocalDate start, int trains, BigDecimal teu, long parcels) {}

    private final JdbcClient jdbc;

    PortQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By port, latest period first. */
    List<Line> lines(Period.Kind kind) {
        return jdbc.sql("""
                        SELECT node, date_trunc(:kind, at AT TIME ZONE 'Asia/Shanghai')::date AS start,
                               count(*)::int AS trains, sum(teu) AS teu, sum(parcels) AS parcels
                        FROM port_passage WHERE tenant_id = current_tenant() GROUP BY 1, 2 ORDER BY 1, 2 DESC""").param("kind", kind.name().toLowerCase(Locale.ROOT)).query(Row.class).list().stream()
                .map(r -> new Line(r.node(), new Period(kind, r.start()), new Count(r.trains(), r.teu(), r.parcels())))
                .toList();
    }

    List<PortTrain> trains(String node, Period period) {
        return jdbc.sql("""
                        SELECT train_no, node, at, containers, teu, parcels FROM port_passage
                        WHERE tenant_id = current_tenant() AND node = ? AND at >= ? AND at < ? ORDER BY at, train_no""")
                .params(node, Timestamp.from(period.begins()), Timestamp.from(period.ends()))
                .query(PortTrain.class)
                .list();
    }
}
