package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Bagging;
import org.tongdao.loading.Item;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.Size;
import org.tongdao.terms.Sscc;

/** Puts cleared parcels into bags; a parcel that is too large or too heavy for a bag is a piece with a number and size of its own. */
@Component
class BagDesk {

    static final BagRules RULES = new BagRules(30_000, 300, 150_000_000L, new Size(600, 400, 750));
    /** Share of a bag that its parcels fill, the rest is air between them (assumed). */
    static final double FILLED = 0.85;

    private static final int HEIGHT_STEP_MM = 50;
    private static final int LEAST_HEIGHT_MM = 100;

    private static final String WAITING = """
            SELECT p.id, p.parcel_no, p.gross_g, p.length_mm, p.width_mm, p.height_mm
            FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            LEFT JOIN locked_unit u ON u.tenant_id = p.tenant_id AND u.parcel_id = p.id
            WHERE c.tenant_id = current_tenant() AND p.hub = ? AND p.regime = ? AND coalesce(u.box_id, 0) = ?
              AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)
              AND NOT EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id)
            ORDER BY p.parcel_no
            """;
    private static final String CLOSE = """
            INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, tare_g, gross_g, length_mm, width_mm, height_mm, closed_at, piece)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String PUT_IN =
            "INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) VALUES (current_tenant(), ?, ?)";
    private static final String PLAN =
            "INSERT INTO planned_bag (tenant_id, bag_id, act_id) SELECT tenant_id, ?, min(id) FROM planned_act WHERE tenant_id = current_tenant() AND box_id = ? GROUP BY tenant_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final NumberRange numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BagDesk(JdbcClient jdbc, JdbcTemplate batch, NumberRange numbers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    private record Parcel(long id, String parcelNo, long grossG, int lengthMm, int widthMm, int heightMm) {

        Size size() {
            return new Size(lengthMm, widthMm, heightMm);
        }

        Item item() {
            return new Item(parcelNo, size(), grossG);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ConsolidationReport close(Lot lot) {
        return close(lot, 0);
    }

    /** Closes bags of what a planner put into this locked box; they belong to the box. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ConsolidationReport closePlanned(Lot lot, long box) {
        return close(lot, box);
    }

    private ConsolidationReport close(Lot lot, long box) {
        var parcels = jdbc.sql(WAITING).params(lot.hub(), lot.regime(), box).query(Parcel.class).stream()
                .collect(Collectors.toMap(Parcel::parcelNo, Function.identity()));
        var filled = Bagging.fill(parcels.values().stream().map(Parcel::item).toList(), RULES);
        var ids = close(lot, filled, parcels);
        if (box != 0) {
            ids.forEach(id -> jdbc.sql(PLAN).params(id, box).update());
        }
        return new ConsolidationReport(parcels.size(), filled.size(), 0, 0);
    }

    private List<Long> close(Lot lot, List<Bagging.Bag> bags, Map<String, Parcel> parcels) {
        long serial = numbers.take("SSCC", bags.size());
        var ids = new ArrayList<Long>();
        var links = new ArrayList<Object[]>();
        for (var bag : bags) {
            long id = insert(lot, bag, size(bag, parcels), serial++);
            bag.items()
                    .forEach(no -> links.add(new Object[] {parcel(parcels, no).id(), id}));
            ids.add(id);
        }
        batch.batchUpdate(PUT_IN, links);
        if (!ids.isEmpty()) {
            events.publishEvent(new UnitSealed("bag", ids, clock.instant()));
        }
        return ids;
    }

    private long insert(Lot lot, Bagging.Bag bag, Size size, long serial) {
        return jdbc.sql(CLOSE)
                .params(
                        Sscc.of(0, "6901234", serial).value(),
                        lot.hub(),
                        lot.regime(),
                        bag.items().size(),
                        bag.piece() ? 0 : RULES.tareG(),
                        bag.grossG(),
                        size.lengthMm(),
                        size.widthMm(),
                        size.heightMm(),
                        Timestamp.from(clock.instant()),
                        bag.piece())
                .query(Long.class)
                .single();
    }

    private static Size size(Bagging.Bag bag, Map<String, Parcel> parcels) {
        if (bag.piece()) {
            return parcel(parcels, bag.items().get(0)).size();
        }
        return size(bag.volumeMm3());
    }

    /** A bag is as high as what is in it needs. */
    static Size size(long volumeMm3) {
        var full = RULES.full();
        double height = volumeMm3 / FILLED / full.lengthMm() / full.widthMm();
        int stepped = (int) Math.ceil(height / HEIGHT_STEP_MM) * HEIGHT_STEP_MM;
        return new Size(full.lengthMm(), full.widthMm(), Math.max(LEAST_HEIGHT_MM, stepped));
    }

    private static Parcel parcel(Map<String, Parcel> parcels, String no) {
        return requireNonNull(parcels.get(no));
    }
}
