package org.tongdao.api.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.declaration.ClearanceGranted;
import org.tongdao.declaration.ClearanceHeld;
import org.tongdao.fulfilment.ParcelsMoved;
import org.tongdao.intake.OrdersAccepted;
import org.tongdao.platform.Loop;
import org.tongdao.port.TrainArrived;
import org.tongdao.port.TrainDeparted;

/**
 * Writes down what programs may want to know, in the transaction of the fact; one event for each merchant and at most 500 parcels. A tenant without keys has
 * no programs and no events.
 */
@Component
class Announcer {

    private static final String TELL = """
        INSERT INTO api_event (tenant_id, type, at, merchant, data)
        SELECT current_tenant(), :type, :at, merchant,
               (:more::jsonb || jsonb_build_object('parcels',
                   jsonb_agg(jsonb_build_object('parcelNo', parcel_no, 'orderNo', order_no) ORDER BY parcel_no)))::text
        FROM (SELECT o.merchant, o.order_no, p.parcel_no,
                     (row_number() OVER (PARTITION BY o.merchant ORDER BY p.parcel_no) - 1) / 500 AS chunk
              FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
              WHERE p.tenant_id = current_tenant() AND %s
                AND EXISTS (SELECT FROM api_key k WHERE k.tenant_id = current_tenant())) told
        GROUP BY merchant, chunk ORDER BY merchant, chunk\
        """;

    private static final String OF_BATCH = TELL.formatted("p.batch_id = :id");
    private static final String OF_PARCELS = TELL.formatted("p.id = ANY (:id)");
    private static final String OF_TRAIN = TELL.formatted("""
        p.id IN (SELECT bp.parcel_id FROM wagon_load w
                 JOIN container_bag cb ON cb.tenant_id = w.tenant_id AND cb.container_id = w.container_id
                 JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
                 WHERE w.tenant_id = current_tenant() AND w.train_id = :id)\
        """);

    private final JdbcClient jdbc;
    private final Clock clock;

    Announcer(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrdersAccepted event) {
        tell(OF_BATCH, event.batchId(), "orders.accepted", event.at(), Map.of("batchId", "" + event.batchId()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClearanceGranted event) {
        tell(OF_PARCELS, ids(event.parcelIds()), "parcels.cleared", clock.instant(), Map.of());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClearanceHeld event) {
        tell(OF_PARCELS, ids(event.parcelIds()), "parcels.held", event.at(), Map.of("reason", event.cause()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ParcelsMoved event) {
        var more = Map.of("milestone", event.milestone(), "node", event.node());
        tell(OF_PARCELS, ids(event.parcelIds()), "parcels.moved", event.at(), more);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TrainDeparted event) {
        tell(OF_TRAIN, event.trainId(), "train.departed", event.at(), Map.of());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TrainArrived event) {
        tell(OF_TRAIN, event.trainId(), "train.arrived", event.at(), Map.of("node", event.node()));
    }

    private static Long[] ids(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private void tell(String sql, Object id, String type, Instant at, Map<String, String> more) {
        Loop.ring(Post.LOOP);
        jdbc.sql(sql)
                .param("id", id)
                .param("type", type)
                .param("at", Timestamp.from(at))
                .param("more", Feed.JSON.writeValueAsString(more))
                .update();
    }
}
