package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.Cargo;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Loads bags into containers and seals those whose plan the independent checker passes. */
@Component
class ContainerDesk {

    private static final String WAITING = """
            SELECT b.id, b.sscc, b.parcels, b.gross_g, b.length_mm, b.width_mm, b.height_mm FROM bag b
            LEFT JOIN locked_unit u ON u.tenant_id = b.tenant_id AND u.bag_id = b.id
            WHERE b.tenant_id = current_tenant() AND b.hub = ? AND b.regime = ? AND coalesce(u.box_id, 0) = ? AND b.held_at IS NULL AND b.closed_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM container_bag c WHERE c.tenant_id = b.tenant_id AND c.bag_id = b.id)
            ORDER BY b.sscc
            """;
    private static final String SEAL = """
            INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id
            """;
    static final String PLACE = """
            INSERT INTO container_bag (tenant_id, bag_id, container_id, sequence, x_mm, y_mm, z_mm, dx_mm, dy_mm, dz_mm)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final NumberRange numbers;
    private final LoadVersions versions;
    private final LeftBehind leftBehind;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    ContainerDesk(
            JdbcClient jdbc,
            JdbcTemplate batch,
            NumberRange numbers,
            LoadVersions versions,
            LeftBehind leftBehind,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.numbers = numbers;
        this.versions = versions;
        this.leftBehind = leftBehind;
        this.events = events;
        this.clock = clock;
    }

    private record Bag(long id, String sscc, int parcels, long grossG, int lengthMm, int widthMm, int heightMm) {

        Cargo cargo() {
            return Stuffing.cargo(sscc, List.of(lengthMm, widthMm, heightMm), grossG);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ConsolidationReport seal(Lot lot) {
        var bags = waiting(lot, 0);
        var loaded = Stuffing.all(bags.values().stream().map(Bag::cargo).toList(), fleet.types());
        leftBehind.note("bag", loaded.leftOut(), sscc -> bag(bags, sscc).id());
        var ids = new ArrayList<Long>();
        for (var container : loaded.containers()) {
            if (container.mayGo()) {
                ids.add(seal(lot, container, bags));
            } else {
                keepBack(container, bags);
            }
        }
        if (!ids.isEmpty()) {
            events.publishEvent(new UnitSealed("container", ids, clock.instant()));
        }
        return new ConsolidationReport(0, 0, ids.size(), loaded.leftOut().size());
    }

    /** One container of what a planner put into this locked box; what finds no place is tried again with the others, which note why it stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong sealPlanned(Lot lot, String typeCode, long box) {
        var bags = waiting(lot, box);
        var type = fleet.types().stream()
                .filter(t -> t.code().equals(typeCode))
                .findFirst()
                .orElseThrow();
        if (bags.isEmpty()) {
            return OptionalLong.empty();
        }
        var load = Stuffing.one(bags.values().stream().map(Bag::cargo).toList(), type, List.of());
        var container = load.containers().get(0);
        if (container.loaded().boxes().isEmpty() || !container.mayGo()) {
            return OptionalLong.empty();
        }
        long id = seal(lot, container, bags);
        events.publishEvent(new UnitSealed("container", List.of(id), clock.instant()));
        return OptionalLong.of(id);
    }

    private Map<String, Bag> waiting(Lot lot, long box) {
        return jdbc.sql(WAITING).params(lot.hub(), lot.regime(), box).query(Bag.class).stream()
                .collect(Collectors.toMap(Bag::sscc, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private long seal(Lot lot, Stuffed load, Map<String, Bag> bags) {
        var no = ContainerNo.of("TDGU", (int) numbers.take("CONTAINER", 1)).value();
        var seal = String.format("CN%08d", 1 + numbers.take("SEAL", 1));
        var boxes = load.loaded().boxes();
        int parcels =
                boxes.stream().mapToInt(b -> bag(bags, b.cargo()).parcels()).sum();
        var now = Timestamp.from(clock.instant());
        long id = jdbc.sql(SEAL)
                .params(no, load.type().code(), lot.hub(), lot.regime(), boxes.size(), parcels)
                .params(
                        load.type().tareG(),
                        load.type().tareG() + load.figures().massG(),
                        seal,
                        now,
                        LoadPlanFile.json(no, seal, load))
                .query(Long.class)
                .single();
        versions.add(
                id, new LoadVersion(1, 0, "ENGINE", "tongdao", clock.instant()), LoadPlanFile.json(no, seal, load));
        batch.batchUpdate(PLACE, placements(id, load, sscc -> bag(bags, sscc).id()));
        return id;
    }

    static List<Object[]> placements(long container, Stuffed load, ToLongFunction<String> ids) {
        var rows = new ArrayList<Object[]>();
        for (var b : load.loaded().boxes()) {
            rows.add(new Object[] {
                ids.applyAsLong(b.cargo()), container, rows.size() + 1, b.x(), b.y(), b.z(), b.dx(), b.dy(), b.dz()
            });
        }
        return rows;
    }

    /** A plan that its checker refuses is not sealed; its bags wait, and the reason can be read. */
    private void keepBack(Stuffed load, Map<String, Bag> bags) {
        var reason = load.verdict().stream().filter(Finding::stops).findFirst().orElseThrow();
        var all = load.loaded().boxes().stream()
                .map(b -> Finding.error(
                        reason.rule(), Place.of(b.cargo()), reason.place() + " " + reason.value(), reason.maybe()))
                .toList();
        leftBehind.note("bag", all, sscc -> bag(bags, sscc).id());
    }

    private static Bag bag(Map<String, Bag> bags, String sscc) {
        return requireNonNull(bags.get(sscc));
    }
}
