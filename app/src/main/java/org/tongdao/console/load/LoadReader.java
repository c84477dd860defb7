package org.tongdao.console.load;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.TrainRules;
import org.tongdao.loading.Wagon;

/** Where a container stands on a train, and what did not come along with it. */
@Component
class LoadReader {

    record Ride(String trainNo, int gaugeMm, int position, String wagonNo) {}

    private record On(int slot, String typeCode, long grossG, long contentG, double middleMm, long lengthMm) {

        Bogies.Standing standing() {
            double off = contentG == 0 ? 0 : (middleMm - lengthMm / 2.0) * contentG / grossG;
            return new Bogies.Standing(slot, grossG, off);
        }
    }

    record Left(String sscc, String rule, String detail) {}

    private static final String ON = """
            SELECT l.slot, c.type_code, c.gross_g, coalesce(sum(b.gross_g), 0) AS content_g,
                   coalesce(sum(b.gross_g * (cb.x_mm + cb.dx_mm / 2.0)) / nullif(sum(b.gross_g), 0), 0) AS middle_mm,
                   CASE WHEN c.type_code LIKE '20%' THEN 5898 ELSE 12032 END AS length_mm   -- inner, as in containers.csv
            FROM wagon_load l JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            LEFT JOIN container_bag cb ON cb.tenant_id = c.tenant_id AND cb.container_id = c.id
            LEFT JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
            WHERE l.tenant_id = current_tenant() AND t.train_no = ? AND l.position = ?
            GROUP BY l.slot, c.type_code, c.gross_g ORDER BY l.slot
            """;
    private static final String LEFT = """
            SELECT b.sscc, f.rule, f.detail FROM left_behind f JOIN bag b ON b.tenant_id = f.tenant_id AND b.id = f.subject_id
            WHERE f.tenant_id = current_tenant() AND f.subject_kind = 'bag' AND b.hub = ? AND b.regime = ?
              AND NOT EXISTS (SELECT FROM container_bag cb WHERE cb.tenant_id = b.tenant_id AND cb.bag_id = b.id)
            ORDER BY f.at DESC, b.sscc LIMIT 200
            """;

    private final JdbcClient jdbc;

    LoadReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On its first train. */
    @Transactional(readOnly = true)
    public Optional<Ride> ride(long container) {
        return jdbc.sql("""
                        SELECT t.train_no, t.gauge_mm, l.position, w.wagon_no
                        FROM wagon_load l JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
                        JOIN train_wagon w ON w.tenant_id = l.tenant_id AND w.train_id = l.train_id AND w.position = l.position
                        WHERE l.tenant_id = current_tenant() AND l.container_id = ? ORDER BY t.planned_departure LIMIT 1""").param(container).query(Ride.class).optional();
    }

    @Transactional(readOnly = true)
    public Bogies bogies(Ride ride) {
        var on = jdbc.sql(ON).params(ride.trainNo(), ride.position()).query(On.class).stream()
                .map(On::standing)
                .toList();
        return Bogies.of(ride.wagonNo(), wagon(ride.gaugeMm()), on);
    }

    static Wagon wagon(int gaugeMm) {
        return TrainRules.of(gaugeMm).wagon();
    }

    /** Bags of the same way that found no container, with the limit that excluded each. */
    @Transactional(readOnly = true)
    public List<Left> left(String hub, String regime) {
        return jdbc.sql(LEFT).params(hub, regime).query(Left.class).list();
    }
}
