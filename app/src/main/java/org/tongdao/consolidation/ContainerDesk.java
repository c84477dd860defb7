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
import org.tongdao.loading.Box;
import org.tongdao.loading.LoadPlan;
import org.tongdao.loading.PlanChecker;
import org.tongdao.loading.StackLoading;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;

/** Loads bags into containers and seals those whose plan the independent checker passes. */
@Component
class ContainerDesk {

    private static final String WAITING = """
            SELECT b.id, b.sscc, b.parcels, b.gross_g, b.length_mm, b.width_mm, b.height_mm FROM bag b
            WHERE b.tenant_id = current_tenant() AND b.hub = ? AND b.regime = ? AND b.held_at IS NULL AND b.closed_at IS NOT NULL
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
    private final LeftBehind leftBehind;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    ContainerDesk(
            JdbcClient jdbc,
            JdbcTemplate batch,
            NumberRange numbers,
            LeftBehind leftBehind,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.numbers = numbers;
        this.leftBehind = leftBehind;
        this.events = events;
        this.clock = clock;
    }

    private record Bag(long id, String sscc, int parcels, long grossG, int lengthMm, int widthMm, int heightMm) {

        Box box() {
            return new Box(sscc, new Size(lengthMm, widthMm, heightMm), grossG);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ConsolidationReport seal(Lot lot) {
        var bags = jdbc.sql(WAITING).params(lot.hub(), lot.regime()).query(Bag.class).stream()
                .collect(Collectors.toMap(Bag::sscc, Function.identity()));
        var boxes = bags.values().stream().map(Bag::box).toList();
        var loaded = StackLoading.load(boxes, fleet.types());
        leftBehind.note("bag", loaded.leftBehind(), sscc -> bag(bags, sscc).id());
        var ids = new ArrayList<Long>();
        for (var plan : loaded.plans()) {
            var verdict = PlanChecker.check(plan, boxes);
            var against = verdict.stream().filter(Finding::stops).toList();
            if (against.isEmpty()) {
                ids.add(seal(lot, plan, verdict, bags));
            } else {
                keepBack(plan, against.get(0), bags);
            }
        }
        if (!ids.isEmpty()) {
            events.publishEvent(new UnitSealed("container", ids, clock.instant()));
        }
        return new ConsolidationReport(0, 0, ids.size(), loaded.leftBehind().size());
    }

    private long seal(Lot lot, LoadPlan plan, List<Finding> verdict, Map<String, Bag> bags) {
        var no = ContainerNo.of("TDGU", (int) numbers.take("CONTAINER", 1)).value();
        var seal = String.format("CN%08d", 1 + numbers.take("SEAL", 1));
        int parcels = plan.placements().stream()
                .mapToInt(p -> bag(bags, p.id()).parcels())
                .sum();
        long id = jdbc.sql(SEAL)
                .params(
                        no,
                        plan.type().code(),
                        lot.hub(),
                        lot.regime(),
                        plan.placements().size(),
                        parcels,
                        plan.type().tareG(),
                        plan.grossG(),
                        seal,
                        Timestamp.from(clock.instant()),
                        LoadPlanFile.json(no, seal, plan, verdict))
                .query(Long.class)
                .single();
        batch.batchUpdate(PLACE, placements(id, plan, bags));
        return id;
    }

    private static List<Object[]> placements(long container, LoadPlan plan, Map<String, Bag> bags) {
        var rows = new ArrayList<Object[]>();
        for (var p : plan.placements()) {
            rows.add(new Object[] {
                bag(bags, p.id()).id(), container, rows.size() + 1, p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()
            });
        }
        return rows;
    }

    /** A plan that its checker refuses is not sealed; its bags wait, and the reason can be read. */
    private void keepBack(LoadPlan plan, Finding reason, Map<String, Bag> bags) {
        var all = plan.placements().stream()
                .map(p -> Finding.error(
                        reason.rule(), Place.of(p.id()), reason.place() + " " + reason.value(), reason.maybe()))
                .toList();
        leftBehind.note("bag", all, sscc -> bag(bags, sscc).id());
    }

    private static Bag bag(Map<String, Bag> bags, String sscc) {
        return requireNonNull(bags.get(sscc));
    }
}
