package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many parcels of a file have passed each stage of their way, counted from the recorded facts. */
@Component
class StagesReader {

    private static final int MANY = 50_000;

    private static final String COUNTS = """
            WITH p AS (SELECT tenant_id, id FROM parcel WHERE tenant_id = current_tenant() AND batch_id = :batch),
            f AS (SELECT f.parcel_id, bool_or(f.milestone = 'T250') AS delivered, bool_or(f.milestone = 'T900') AS returned
                  FROM parcel_fact f JOIN p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id GROUP BY f.parcel_id),
            gone AS (SELECT DISTINCT l.container_id FROM container_leg l JOIN train_fact t
                     ON t.tenant_id = l.tenant_id AND t.train_id = l.train_id AND t.milestone = 'T090' WHERE l.tenant_id = current_tenant()),
            d AS (SELECT DISTINCT d.parcel_id FROM declaration d JOIN p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id)
            SELECT count(*) AS parcels, count(d.parcel_id) AS declared, count(c.parcel_id) AS released, count(bp.bag_id) AS bagged,
                   count(cb.container_id) AS loaded, count(g.container_id) AS departed, count(w.container_id) AS at_hub,
                   count(*) FILTER (WHERE f.delivered) AS delivered, count(*) FILTER (WHERE f.returned) AS returned
            FROM p
            LEFT JOIN d ON d.parcel_id = p.id
            LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
            LEFT JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            LEFT JOIN container_bag cb ON cb.tenant_id = p.tenant_id AND cb.bag_id = bp.bag_id
            LEFT JOIN gone g ON g.container_id = cb.container_id
            LEFT JOIN warehouse_arrival w ON w.tenant_id = p.tenant_id AND w.container_id = cb.container_id
            LEFT JOIN f ON f.parcel_id = p.id
            """;

    private final JdbcClient jdbc;

    StagesReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counts(
            long parcels,
            long declared,
            long released,
            long bagged,
            long loaded,
            long departed,
            long atHub,
            long delivered,
            long returned) {}

    private record Asked(
            String askedBy,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime doneAt) {}

    /** One stage; {@code name} is a key of the term base, {@code percent} the share of the file that has passed it. */
    record Stage(String name, long parcels, int percent) {}

    /**
     * The way of one file.
     *
     * @param asked who asked for it to be declared, empty while nobody has
     * @param toDeclare parcels that the button would declare
     * @param refreshSeconds how soon to look again; 0 when nothing moves any more
     */
    record Stages(List<Stage> list, String asked, boolean declaring, long toDeclare, int refreshSeconds) {}

    @Transactional(readOnly = true)
    public Stages of(long batch) {
        var n = jdbc.sql(COUNTS).param("batch", batch).query(Counts.class).single();
        var asked = asked(batch);
        boolean declaring = asked.isPresent() && asked.get().doneAt() == null;
        boolean underWay = declaring || n.declared() > n.delivered() + n.returned();
        int refresh = n.parcels() > MANY ? 60 : 3;
        return new Stages(
                stages(n),
                asked.map(Asked::askedBy).orElse(""),
                declaring,
                asked.isPresent() ? 0 : n.parcels() - n.declared(),
                underWay ? refresh : 0);
    }

    private static List<Stage> stages(Counts n) {
        return List.of(
                stage("accepted", n.parcels(), n),
                stage("declared", n.declared(), n),
                stage("released", n.released(), n),
                stage("bagged", n.bagged(), n),
                stage("loaded", n.loaded(), n),
                stage("departed", n.departed(), n),
                stage("hub", n.atHub(), n),
                stage("delivered", n.delivered(), n),
                stage("returned", n.returned(), n));
    }

    private static Stage stage(String name, long parcels, Counts n) {
        return new Stage(name, parcels, n.parcels() == 0 ? 0 : (int) (100 * parcels / n.parcels()));
    }

    private Optional<Asked> asked(long batch) {
        return jdbc.sql(
                        "SELECT asked_by, asked_at, done_at FROM declaration_request WHERE tenant_id = current_tenant() AND batch_id = ?")
                .param(batch)
                .query(Asked.class)
                .optional();
    }
}
