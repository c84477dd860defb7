package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerType;
import org.tongdao.terms.Finding;

/** Seals a container that was loaded by hand, with a plan of its own: the engine gives each bag its place that has none by hand, the checker looks at balance and weight. */
@Component
class HandSeal {

    private static final String USED = """
            SELECT EXISTS (SELECT FROM container WHERE tenant_id = current_tenant() AND seal_no = :seal)
                OR EXISTS (SELECT FROM container_seal WHERE tenant_id = current_tenant() AND seal_no = :seal)
                OR EXISTS (SELECT FROM cut_seal WHERE tenant_id = current_tenant() AND seal_no = :seal)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final LoadVersions versions;
    private final Clock clock;

    HandSeal(JdbcClient jdbc, JdbcTemplate batch, LoadVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.versions = versions;
        this.clock = clock;
    }

    private record Inside(long id, String sscc, long grossG, int lengthMm, int widthMm, int heightMm) {
        Cargo cargo() {
            return Stuffing.cargo(sscc, List.of(lengthMm, widthMm, heightMm), grossG);
        }
    }

    boolean isUsed(String seal) {
        return jdbc.sql(USED).param("seal", seal).query(Boolean.class).single();
    }

    Optional<Finding> seal(BoxHere container, ContainerType type, String seal) {
        var inside = inside(container.id());
        var lots = placed(container, type, inside);
        if (!lots.leftOut().isEmpty()) {
            var first = lots.leftOut().get(0);
            return HandRules.no(
                    "BENCH-CONTAINER-FULL",
                    container.containerNo() + " " + first.rule() + " " + first.place(),
                    "The plan finds no place for every bag. Unload some and seal again.");
        }
        var load = lots.containers().get(0);
        var stops = load.verdict().stream().filter(Finding::stops).findFirst();
        if (stops.isPresent()) {
            return HandRules.no(
                    "BENCH-PLAN",
                    stops.get().rule() + " " + stops.get().value(),
                    stops.get().maybe());
        }
        return store(container, seal, load, inside);
    }

    /** Around what was placed by hand; where that can no longer be, because bags were changed since, from the beginning. */
    private Stuffing.Lots placed(BoxHere container, ContainerType type, List<Inside> inside) {
        var bags = inside.stream().map(Inside::cargo).toList();
        var standing = Stuffing.still(
                bags,
                versions.latest(container.id())
                        .map(v -> versions.boxes(container.id(), v.version()))
                        .orElse(List.of()));
        var around = Stuffing.around(bags, type, standing);
        boolean good = around.leftOut().isEmpty() && around.containers().get(0).mayGo();
        return good || standing.isEmpty() ? around : Stuffing.one(bags, type, List.of());
    }

    private Optional<Finding> store(BoxHere container, String seal, Stuffed load, List<Inside> inside) {
        int changed = jdbc.sql("""
                        UPDATE container SET seal_no = ?, sealed_at = ?, load_plan = ?::jsonb
                        WHERE tenant_id = current_tenant() AND id = ? AND sealed_at IS NULL AND bags = ?""")
                .params(seal, Timestamp.from(clock.instant()))
                .params(
                        LoadPlanFile.json(container.containerNo(), seal, load),
                        container.id(),
                        load.loaded().boxes().size())
                .update();
        if (changed == 0) {
            return HandRules.no("BENCH-CONTAINER-SEALED", container.containerNo(), "Somebody changed it just now.");
        }
        versions.add(
                container.id(),
                versions.next(container.id(), "SEAL", "tongdao", clock.instant()),
                LoadPlanFile.json(container.containerNo(), seal, load));
        Map<String, Long> ids = inside.stream().collect(Collectors.toMap(Inside::sscc, Inside::id));
        jdbc.sql("DELETE FROM container_bag WHERE tenant_id = current_tenant() AND container_id = ?")
                .param(container.id())
                .update();
        batch.batchUpdate(
                ContainerDesk.PLACE,
                ContainerDesk.placements(container.id(), load, sscc -> requireNonNull(ids.get(sscc))));
        return Optional.empty();
    }

    private List<Inside> inside(long container) {
        return jdbc.sql("""
                        SELECT b.id, b.sscc, b.gross_g, b.length_mm, b.width_mm, b.height_mm
                        FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                        WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY b.sscc""").param(container).query(Inside.class).list();
    }
}
