package org.tongdao.declaration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.TransitHouses;

/** Parcels of a container to the EU as house consignments of transit declarations, each with what its import costs and lacks. */
@Component
@Lazy
public class Transit {

    /** In the order they lie in the container: who opens it finds declaration after declaration. */
    private static final String ABOARD = """
            SELECT bp.parcel_id FROM container_bag kb
            JOIN bag_parcel bp ON bp.tenant_id = kb.tenant_id AND bp.bag_id = kb.bag_id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            WHERE kb.tenant_id = current_tenant() AND kb.container_id = ? ORDER BY kb.sequence, p.parcel_no
            """;

    private static final String CONTAINERS = """
            SELECT k.id, k.container_no || '-' || k.seal_no AS bill_no, k.hub, k.sealed_at, count(*) AS houses, sum(i.items) AS items, sum(p.gross_g) AS gross_g
            FROM (SELECT c.* FROM container c WHERE c.tenant_id = current_tenant() AND EXISTS (
                    SELECT FROM container_bag b JOIN bag_parcel x ON x.tenant_id = b.tenant_id AND x.bag_id = b.bag_id
                    JOIN parcel y ON y.tenant_id = x.tenant_id AND y.id = x.parcel_id
                    WHERE b.tenant_id = c.tenant_id AND b.container_id = c.id AND y.country = ANY (?))
                  ORDER BY c.sealed_at DESC, c.id DESC LIMIT 30) k
            JOIN container_bag kb ON kb.tenant_id = k.tenant_id AND kb.container_id = k.id
            JOIN bag_parcel bp ON bp.tenant_id = kb.tenant_id AND bp.bag_id = kb.bag_id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id AND p.country = ANY (?)
            JOIN LATERAL (SELECT count(*) AS items FROM order_line l WHERE l.tenant_id = p.tenant_id AND l.order_id = p.order_id) i ON true
            GROUP BY k.id, k.container_no, k.seal_no, k.hub, k.sealed_at ORDER BY k.sealed_at DESC, k.id DESC
            """;
    private static final String CONTAINER = """
            SELECT k.id, k.container_no || '-' || k.seal_no AS bill_no FROM container k WHERE k.tenant_id = current_tenant() AND k.id = ?
            """;
    private static final String OF_PARCEL = """
            SELECT kb.container_id FROM bag_parcel bp JOIN container_bag kb ON kb.tenant_id = bp.tenant_id AND kb.bag_id = bp.bag_id
            WHERE bp.tenant_id = current_tenant() AND bp.parcel_id = ?
            """;

    private final JdbcClient jdbc;
    private final Arrivals arrivals;

    Transit(JdbcClient jdbc, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
    }

    /**
     * Transit of one container.
     *
     * @param billNo number and seal
     * @param day whose rules count, with what happened on it; that of the first house
     * @param elsewhere parcels that do not go to the EU
     */
    public record Of(long containerId, String billNo, Arrivals.Arrival day, TransitHouses.Plan plan, int elsewhere) {}

    /** The place of a parcel among the houses of its container. */
    public record Seated(String billNo, TransitHouses.Plan plan, TransitHouses.Seat seat) {}

    /** A container with parcels to the EU, and how much of them. */
    public record Row(
            long id, String billNo, String hub, OffsetDateTime sealedAt, long houses, long items, long grossG) {}

    private record Box(long id, String billNo) {}

    /** The latest thirty containers with parcels to the EU. */
    @Transactional(readOnly = true)
    public List<Row> containers() {
        var union = TransitHouses.countries().toArray(String[]::new);
        return jdbc.sql(CONTAINERS).params(union, union).query(Row.class).list();
    }

    /**
     * The declarations of a container; empty when there is none or none of its parcels goes to the EU.
     *
     * @param maxHouses how many houses the declarant's system takes; 0 for the rule
     */
    @Transactional(readOnly = true)
    public Optional<Of> ofContainer(long containerId, int maxHouses, Instant now) {
        return jdbc.sql(CONTAINER)
                .param(containerId)
                .query(Box.class)
                .optional()
                .flatMap(box -> {
                    var aboard = jdbc.sql(ABOARD)
                            .param(containerId)
                            .query(Long.class)
                            .list();
                    var judged = arrivals.judge(aboard, now);
                    var union = judged.stream()
                            .filter(j -> TransitHouses.countries()
                                    .contains(j.parcel().country()))
                            .toList();
                    return union.isEmpty() ? Optional.empty() : Optional.of(of(box, union, judged.size(), maxHouses));
                });
    }

    /** Where a parcel stands; empty until it lies in a container to the EU. */
    @Transactional(readOnly = true)
    public Optional<Seated> find(long parcelId, String parcelNo, Instant now) {
        return jdbc.sql(OF_PARCEL)
                .param(parcelId)
                .query(Long.class)
                .optional()
                .flatMap(container -> ofContainer(container, 0, now))
                .flatMap(of -> of.plan().find(parcelNo).map(seat -> new Seated(of.billNo(), of.plan(), seat)));
    }

    private Of of(Box box, List<Arrivals.Judged> union, int all, int maxHouses) {
        var first = union.get(0);
        var rules =
                arrivals.farSide().on(first.parcel().country(), first.arrival().day());
        var houses = union.stream()
                .map(j -> TransitHouses.House.of(
                        j.parcel(), j.arrival().assessment(), j.arrival().findings(), rules))
                .toList();
        return new Of(
                box.id(),
                box.billNo(),
                first.arrival(),
                TransitHouses.plan(houses, rules, maxHouses),
                all - union.size());
    }
}
