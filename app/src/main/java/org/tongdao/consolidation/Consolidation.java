package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Bagging;
import org.tongdao.loading.Box;
import org.tongdao.loading.Item;
import org.tongdao.loading.LoadPlan;
import org.tongdao.loading.PlanChecker;
import org.tongdao.loading.StackLoading;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;
import org.tongdao.terms.Sscc;
import tools.jackson.databind.json.JsonMapper;

/** The door of consolidation. */
@Component
public class Consolidation {

    private static final BagRules BAG = new BagRules(30_000, 300, 150_000_000L);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final NumberRange numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    Consolidation(
            JdbcClient jdbc, JdbcTemplate batch, NumberRange numbers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    private record Cleared(long id, String parcelNo, String regime, long grossG, long volumeMm3) {}

    private record ClosedBag(long id, String sscc, Size size, long grossG, int parcels) {}

    /** Bags and containers for every cleared parcel of this hub that has no bag yet. */
    @Transactional
    public ConsolidationReport consolidate(String hub) {
        var cleared = jdbc.sql("""
                        SELECT p.id, p.parcel_no, p.regime, p.gross_g, p.volume_mm3
                        FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
                        WHERE c.tenant_id = current_tenant() AND p.hub = ?
                          AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)
                        ORDER BY p.regime, p.parcel_no""").param(hub).query(Cleared.class).list();
        int bags = 0;
        int containers = 0;
        int left = 0;
        for (var regime : cleared.stream().map(Cleared::regime).distinct().toList()) {
            var mine = cleared.stream().filter(c -> c.regime().equals(regime)).toList();
            var closed = bags(hub, regime, mine);
            bags += closed.size();
            containers += containers(hub, regime, closed);
        }
        return new ConsolidationReport(cleared.size(), bags, containers, left);
    }

    private List<ClosedBag> bags(String hub, String regime, List<Cleared> parcels) {
        var byNo = new HashMap<String, Cleared>();
        parcels.forEach(p -> byNo.put(p.parcelNo(), p));
        var result = Bagging.fill(
                parcels.stream()
                        .map(p -> new Item(p.parcelNo(), p.grossG(), p.volumeMm3()))
                        .toList(),
                BAG);
        result.leftBehind()
                .forEach(f -> leftBehind(
                        "parcel", requireNonNull(byNo.get(f.place().source())).id(), f));
        long serial = numbers.take("SSCC", result.bags().size());
        var closed = new ArrayList<ClosedBag>();
        var links = new ArrayList<Object[]>();
        for (var bag : result.bags()) {
            var sscc = Sscc.of(0, "6901234", serial++).value();
            var size = new Size(
                    600, 400, Math.max(100, (int) Math.ceil(bag.volumeMm3() / (600.0 * 400 * 0.85) / 50) * 50));
            long id = jdbc.sql(
                            "INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)"
                                    + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                    .params(
                            sscc,
                            hub,
                            regime,
                            bag.items().size(),
                            bag.grossG(),
                            size.lengthMm(),
                            size.widthMm(),
                            size.heightMm(),
                            now())
                    .query(Long.class)
                    .single();
            closed.add(new ClosedBag(id, sscc, size, bag.grossG(), bag.items().size()));
            bag.items()
                    .forEach(no ->
                            links.add(new Object[] {requireNonNull(byNo.get(no)).id(), id}));
        }
        batch.batchUpdate(
                "INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) VALUES (current_tenant(), ?, ?)", links);
        publish("bag", closed.stream().map(ClosedBag::id).toList());
        return closed;
    }

    private int containers(String hub, String regime, List<ClosedBag> bags) {
        var bySscc = new HashMap<String, ClosedBag>();
        bags.forEach(b -> bySscc.put(b.sscc(), b));
        var loaded = StackLoading.load(boxes(bags), fleet.types());
        loaded.leftBehind()
                .forEach(f -> leftBehind(
                        "bag", requireNonNull(bySscc.get(f.place().source())).id(), f));
        var ids = new ArrayList<Long>();
        for (var plan : loaded.plans()) {
            ids.add(seal(hub, regime, plan, bySscc));
        }
        publish("container", ids);
        return ids.size();
    }

    private long seal(String hub, String regime, LoadPlan plan, Map<String, ClosedBag> bags) {
        var no = ContainerNo.of("TDGU", (int) numbers.take("CONTAINER", 1)).value();
        var seal = String.format("CN%08d", numbers.take("SEAL", 1));
        int parcels = plan.placements().stream()
                .mapToInt(p -> requireNonNull(bags.get(p.id())).parcels())
                .sum();
        long id = jdbc.sql(
                        "INSERT INTO container (tenant_id, container_no, type_code, hub, regime, bags, parcels, tare_g, gross_g, seal_no, sealed_at, load_plan)"
                                + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id")
                .params(
                        no,
                        plan.type().code(),
                        hub,
                        regime,
                        plan.placements().size(),
                        parcels,
                        plan.type().tareG(),
                        plan.grossG(),
                        seal,
                        now(),
                        json(no, seal, plan, boxes(bags.values())))
                .query(Long.class)
                .single();
        var rows = new ArrayList<Object[]>();
        for (var p : plan.placements()) {
            rows.add(new Object[] {
                requireNonNull(bags.get(p.id())).id(), id, rows.size() + 1, p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()
            });
        }
        batch.batchUpdate(
                "INSERT INTO container_bag (tenant_id, bag_id, container_id, sequence, x_mm, y_mm, z_mm, dx_mm, dy_mm, dz_mm)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        return id;
    }

    private static String json(String no, String seal, LoadPlan plan, List<Box> boxes) {
        var content = new java.util.LinkedHashMap<String, Object>();
        content.put("container", no);
        content.put("seal", seal);
        content.put("type", plan.type().code());
        content.put("grossG", plan.grossG());
        content.put("fill", Math.round(plan.fill() * 10_000) / 10_000.0);
        content.put("eccentricityX", Math.round(plan.eccentricityX() * 10_000) / 10_000.0);
        content.put("eccentricityY", Math.round(plan.eccentricityY() * 10_000) / 10_000.0);
        content.put("placements", plan.placements());
        content.put(
                "verdict",
                PlanChecker.check(plan, boxes).stream().map(Finding::toString).toList());
        return JSON.writeValueAsString(content);
    }

    private static List<Box> boxes(Collection<ClosedBag> bags) {
        return bags.stream().map(b -> new Box(b.sscc(), b.size(), b.grossG())).toList();
    }

    private void leftBehind(String kind, long id, Finding finding) {
        jdbc.sql(
                        "INSERT INTO left_behind (tenant_id, subject_kind, subject_id, rule, detail, at) VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(kind, id, finding.rule(), finding.value() + ": " + finding.maybe(), now())
                .update();
    }

    private void publish(String kind, List<Long> ids) {
        if (!ids.isEmpty()) {
            events.publishEvent(new UnitSealed(kind, ids, clock.instant()));
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** One load plan per container of the batch, docs/formats/load-plan.md. */
    @Transactional(readOnly = true)
    public void export(long batchId, Path folder) {
        jdbc.sql("""
                        SELECT c.container_no || '_' || c.seal_no AS name, c.load_plan::text AS plan FROM container c
                        WHERE c.tenant_id = current_tenant() AND c.id IN (
                            SELECT cb.container_id FROM parcel p JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                            JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                            WHERE p.tenant_id = c.tenant_id AND p.batch_id = ?) ORDER BY 1""")
                .param(batchId)
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("plan")))
                .list()
                .forEach(e -> FolderWire.writeWhole(
                        folder.resolve(e.getKey() + ".json"), e.getValue().getBytes(StandardCharsets.UTF_8)));
    }
}
