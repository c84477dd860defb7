package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.loading.Box;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadPlan;
import org.tongdao.loading.PlanChecker;
import org.tongdao.loading.StackLoading;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** Seals a container that was loaded by hand, with a plan of its own: the engine gives each bag its place, the checker looks at balance and weight. */
@Component
class HandSeal {

    private static final String USED = """
            SELECT EXISTS (SELECT FROM container WHERE tenant_id = current_tenant() AND seal_no = :seal)
                OR EXISTS (SELECT FROM container_seal WHERE tenant_id = current_tenant() AND seal_no = :seal)
                OR EXISTS (SELECT FROM cut_seal WHERE tenant_id = current_tenant() AND seal_no = :seal)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    HandSeal(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    private record Inside(long id, String sscc, long grossG, int lengthMm, int widthMm, int heightMm) {
        Box box() {
            return new Box(sscc, new Size(lengthMm, widthMm, heightMm), grossG);
        }
    }

    boolean isUsed(String seal) {
        return jdbc.sql(USED).param("seal", seal).query(Boolean.class).single();
    }

    Optional<Finding> seal(BoxHere container, ContainerType type, String seal) {
        var inside = inside(container.id());
        var boxes = inside.stream().map(Inside::box).toList();
        var loaded = StackLoading.load(boxes, List.of(type));
        if (loaded.plans().size() != 1 || !loaded.leftBehind().isEmpty()) {
            return HandRules.no(
                    "BENCH-CONTAINER-FULL",
                    container.containerNo(),
                    "The plan finds no place for every bag. Unload some and seal again.");
        }
        var plan = loaded.plans().get(0);
        var verdict = PlanChecker.check(plan, boxes);
        var stops = verdict.stream().filter(Finding::stops).findFirst();
        if (stops.isPresent()) {
            return HandRules.no(
                    "BENCH-PLAN",
                    stops.get().rule() + " " + stops.get().value(),
                    stops.get().maybe());
        }
        return store(container, seal, plan, verdict, inside);
    }

    private Optional<Finding> store(
            BoxHere container, String seal, LoadPlan plan, List<Finding> verdict, List<Inside> inside) {
        int changed = jdbc.sql("""
                        UPDATE container SET seal_no = ?, sealed_at = ?, load_plan = ?::jsonb
                        WHERE tenant_id = current_tenant() AND id = ? AND sealed_at IS NULL AND bags = ?""")
                .params(seal, Timestamp.from(clock.instant()))
                .params(
                        LoadPlanFile.json(container.containerNo(), seal, plan, verdict),
                        container.id(),
                        plan.placements().size())
                .update();
        if (changed == 0) {
            return HandRules.no("BENCH-CONTAINER-SEALED", container.containerNo(), "Somebody changed it just now.");
        }
        Map<String, Long> ids = inside.stream().collect(Collectors.toMap(Inside::sscc, Inside::id));
        jdbc.sql("DELETE FROM container_bag WHERE tenant_id = current_tenant() AND container_id = ?")
                .param(container.id())
                .update();
        var rows = new ArrayList<Object[]>();
        for (var p : plan.placements()) {
            rows.add(new Object[] {
                ids.get(p.id()), container.id(), rows.size() + 1, p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()
            });
        }
        batch.batchUpdate(ContainerDesk.PLACE, rows);
        return Optional.empty();
    }

    private List<Inside> inside(long container) {
        return jdbc.sql("""
                        SELECT b.id, b.sscc, b.gross_g, b.length_mm, b.width_mm, b.height_mm
                        FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                        WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY b.sscc""").param(container).query(Inside.class).list();
    }
}
