package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Containers and how they are loaded. */
@Component
class ContainerReader {

    record Container(
            long id,
            String containerNo,
            String typeCode,
            String hub,
            int bags,
            int parcels,
            long tareG,
            long grossG,
            String sealNo,
            OffsetDateTime sealedAt,
            @Nullable String trainNo,
            @Nullable OffsetDateTime receivedAt) {

        public long contentG() {
            return grossG - tareG;
        }
    }

    /** A bag in its place; lengths in millimetres, the door at the far end of x. */
    record Placed(
            int sequence,
            String sscc,
            String hub,
            long grossG,
            int parcels,
            int xMm,
            int yMm,
            int zMm,
            int dxMm,
            int dyMm,
            int dzMm) {}

    private static final String CONTAINERS = """
            SELECT c.id, c.container_no, c.type_code, c.hub, c.bags, c.parcels, c.tare_g, c.gross_g, c.seal_no, c.sealed_at,
                   (SELECT t.train_no FROM container_leg l JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
                    WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id ORDER BY l.leg_no LIMIT 1) AS train_no,
                   a.arrived_at AS received_at
            FROM container c LEFT JOIN warehouse_arrival a ON a.tenant_id = c.tenant_id AND a.container_id = c.id
            WHERE c.tenant_id = current_tenant() %s
            """;

    private final JdbcClient jdbc;

    ContainerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest 200. */
    @Transactional(readOnly = true)
    public List<Container> list() {
        return jdbc.sql(CONTAINERS.formatted("ORDER BY c.sealed_at DESC, c.seal_no LIMIT 200"))
                .query(Container.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Container> find(long id) {
        return jdbc.sql(CONTAINERS.formatted("AND c.id = ?"))
                .param(id)
                .query(Container.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Placed> placed(long container) {
        return jdbc.sql("""
                SELECT cb.sequence, b.sscc, b.hub, b.gross_g, b.parcels, cb.x_mm, cb.y_mm, cb.z_mm, cb.dx_mm, cb.dy_mm, cb.dz_mm
                FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY cb.sequence""").param(container).query(Placed.class).list();
    }
}
