package org.tongdao.fulfilment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** Announces arrived containers to the overseas warehouse; docs/formats/carrier.md. */
@Component
class HandoverDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    HandoverDesk(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Arrived(long id, String containerNo, String sealNo, String hub, Instant arrivedAt) {}

    private record Listed(String sscc, Item item) {}

    record Announcement(String container, String seal, String hub, String arrivedAt, List<Bag> bags) {}

    record Bag(String sscc, List<Item> parcels) {}

    record Item(String no, String country, String city, String postcode, String order) {}

    int handOver() {
        var arrived = arrived();
        arrived.forEach(this::announce);
        return arrived.size();
    }

    /** Containers whose last planned leg has an arrival on record and that were not announced. */
    private List<Arrived> arrived() {
        return jdbc.sql("""
                        SELECT c.id, c.container_no, c.seal_no, c.hub, min(f.at) AS arrived_at
                        FROM container c
                        CROSS JOIN LATERAL (
                            SELECT l.train_id, l.to_node FROM container_leg l
                            WHERE l.tenant_id = c.tenant_id AND l.container_id = c.id ORDER BY l.leg_no DESC LIMIT 1) last
                        JOIN train_fact f ON f.tenant_id = c.tenant_id AND f.train_id = last.train_id AND f.node = last.to_node
                             AND f.milestone IN ('T100', 'T180')
                        WHERE c.tenant_id = current_tenant()
                          AND NOT EXISTS (SELECT FROM container_handover h WHERE h.tenant_id = c.tenant_id AND h.container_id = c.id)
                        GROUP BY c.id, c.container_no, c.seal_no, c.hub
                        ORDER BY c.container_no, c.seal_no""")
                .query((row, n) -> new Arrived(
                        row.getLong("id"),
                        row.getString("container_no"),
                        row.getString("seal_no"),
                        row.getString("hub"),
                        row.getTimestamp("arrived_at").toInstant()))
                .list();
    }

    private void announce(Arrived container) {
        var now = clock.instant();
        var key = CarrierFiles.handover(now, container.containerNo(), container.sealNo());
        int announced = jdbc.sql(
                        "INSERT INTO container_handover (tenant_id, container_id, message_key, arrived_at, handed_at)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(container.id(), key, Timestamp.from(container.arrivedAt()), Timestamp.from(now))
                .update();
        if (announced == 1) {
            var announcement = new Announcement(
                    container.containerNo(),
                    container.sealNo(),
                    container.hub(),
                    container.arrivedAt().toString(),
                    bags(container.id()));
            outbox.put(Fulfilment.WIRE, key, JSON.writeValueAsBytes(announcement));
        }
    }

    private List<Bag> bags(long containerId) {
        var listed = jdbc.sql("""
                        SELECT b.sscc, p.parcel_no, p.country, o.consignee_city, o.consignee_postcode, o.order_no
                        FROM container_bag cb
                        JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                        JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
                        JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                        JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                        WHERE cb.tenant_id = current_tenant() AND cb.container_id = ?
                        ORDER BY cb.sequence, p.parcel_no""")
                .param(containerId)
                .query((row, n) -> new Listed(
                        row.getString(1),
                        new Item(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))))
                .list();
        return grouped(listed);
    }

    private static List<Bag> grouped(List<Listed> listed) {
        var bags = new ArrayList<Bag>();
        for (var row : listed) {
            if (bags.isEmpty() || !bags.get(bags.size() - 1).sscc().equals(row.sscc())) {
                bags.add(new Bag(row.sscc(), new ArrayList<>()));
            }
            bags.get(bags.size() - 1).parcels().add(row.item());
        }
        return bags;
    }
}
