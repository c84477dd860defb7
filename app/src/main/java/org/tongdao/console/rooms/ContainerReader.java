package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Containers, sealed and open. */
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
            @Nullable String sealNo,
            @Nullable OffsetDateTime sealedAt,
            @Nullable String trainNo,
            @Nullable OffsetDateTime receivedAt) {

        public long contentG() {
            return grossG - tareG;
        }
    }

    private static final String CONTAINERS = """
            SELECT c.id, c.container_no, c.type_code, c.hub, c.bags, c.parcels, c.tare_g, c.gross_g, c.seal_no, c.sealed_at,
                   (SELECT t.train_no FROM container_leg l JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
                    WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id ORDER BY l.leg_no LIMIT 1) AS train_no,
                   a.arrived_at AS received_at
            FROM container c LEFT JOIN warehouse_arrival a ON a.tenant_id = c.tenant_id AND a.container_id = c.id
            WHERE c.tenant_id = current_tenant()
            ORDER BY c.sealed_at DESC NULLS FIRST, c.id DESC LIMIT 200
            """;

    private final JdbcClient jdbc;

    ContainerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest 200. */
    @Transactional(readOnly = true)
    public List<Container> list() {
        return jdbc.sql(CONTAINERS).query(Container.class).list();
    }
}
