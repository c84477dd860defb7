package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.Screening;
import org.tongdao.customs.ScreeningHit;
import org.tongdao.terms.HsCode;

/**
 * Screens everything that has not departed again when the list of goods is another one than last time: another file, or another edition by its dates.
 *
 * <p>Different goods are looked up once each; the database finds the parcels that hold them.
 */
@Component
class ScreeningAgain {

    private static final String LAST = """
            SELECT list_version || ' ' || list_sha256 FROM screening_run WHERE tenant_id = current_tenant() ORDER BY id DESC LIMIT 1
            """;
    /** Parcels that no train has carried off yet. */
    private static final String HERE = """
            SELECT p.id, p.order_id, p.country FROM parcel p
            WHERE p.tenant_id = current_tenant() AND NOT EXISTS (
                SELECT FROM bag_parcel bp
                JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                JOIN wagon_load w ON w.tenant_id = cb.tenant_id AND w.container_id = cb.container_id
                JOIN train_fact f ON f.tenant_id = w.tenant_id AND f.train_id = w.train_id AND f.milestone = 'T090'
                WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id)
            """;

    private static final String COLLECT = "CREATE TEMP TABLE here ON COMMIT DROP AS " + HERE;
    private static final String GOODS = """
            SELECT DISTINCT l.name_zh, l.name_en, l.hs, h.country FROM here h
            JOIN order_line l ON l.tenant_id = current_tenant() AND l.order_id = h.order_id
            ORDER BY 1, 2, 3, 4
            """;
    private static final String FOUND = """
            CREATE TEMP TABLE found ON COMMIT DROP AS
            SELECT DISTINCT ON (h.id, n.entry) h.id AS parcel_id, n.entry, n.kind, n.matched, n.reason_zh, n.reason_en
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (name_zh, name_en, hs, country, entry, kind, matched, reason_zh, reason_en)
            JOIN order_line l ON l.tenant_id = current_tenant() AND l.hs = n.hs AND l.name_zh = n.name_zh AND l.name_en = n.name_en
            JOIN here h ON h.order_id = l.order_id AND h.country = n.country
            ORDER BY h.id, n.entry, n.matched
            """;
    private static final String FRESH = """
            SELECT count(*) FROM found f WHERE NOT EXISTS (SELECT FROM screening_hit s
                WHERE s.tenant_id = current_tenant() AND s.parcel_id = f.parcel_id AND s.entry = f.entry)
            """;
    private static final String FORGET = """
            DELETE FROM screening_hit s WHERE s.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM found f WHERE f.parcel_id = s.parcel_id AND f.entry = s.entry)
            """;
    private static final String KEEP = """
            INSERT INTO screening_hit (tenant_id, parcel_id, entry, kind, matched, reason_zh, reason_en, list_version, found_at)
            SELECT current_tenant(), parcel_id, entry, kind, matched, reason_zh, reason_en, ?, ? FROM found
            ON CONFLICT (tenant_id, parcel_id, entry) DO UPDATE SET kind = EXCLUDED.kind, matched = EXCLUDED.matched, reason_zh = EXCLUDED.reason_zh,
                reason_en = EXCLUDED.reason_en, list_version = EXCLUDED.list_version
            """;
    private static final String RUN = """
            INSERT INTO screening_run (tenant_id, list_version, list_sha256, at, goods, parcels, hits, fresh)
            SELECT current_tenant(), ?, ?, ?, ?, (SELECT count(*) FROM here), (SELECT count(DISTINCT parcel_id) FROM found), ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ScreeningAgain(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Goods(String nameZh, String nameEn, String hs, String country) {}

    private record Met(Goods goods, ScreeningHit hit) {}

    /** Screens when the list changed since the last run; returns how many parcels and entries are new among the hits. */
    @Transactional
    public int run(Screening list, String sha256) {
        var now = clock.instant();
        var day = now.atZone(ChinaTime.ZONE).toLocalDate();
        var version = list.version(day);
        jdbc.sql("SELECT pg_advisory_xact_lock(24, current_tenant())").query().listOfRows();
        var last = jdbc.sql(LAST).query(String.class).optional();
        if (last.filter((version + " " + sha256)::equals).isPresent()) {
            return 0;
        }
        jdbc.sql(COLLECT).update();
        var goods = jdbc.sql(GOODS).query(Goods.class).list();
        var met = new ArrayList<Met>();
        for (var one : goods) {
            list.screen(List.of(one.nameZh(), one.nameEn()), new HsCode(one.hs()), one.country(), day)
                    .hits()
                    .forEach(hit -> met.add(new Met(one, hit)));
        }
        store(met);
        int fresh = jdbc.sql(FRESH).query(Integer.class).single();
        jdbc.sql(FORGET).update();
        jdbc.sql(KEEP).params(version, Timestamp.from(now)).update();
        jdbc.sql(RUN)
                .params(version, sha256, Timestamp.from(now), goods.size(), fresh)
                .update();
        return fresh;
    }

    private void store(List<Met> met) {
        jdbc.sql(FOUND)
                .params(
                        texts(met, m -> m.goods().nameZh()),
                        texts(met, m -> m.goods().nameEn()),
                        texts(met, m -> m.goods().hs()),
                        texts(met, m -> m.goods().country()),
                        texts(met, m -> m.hit().entry()),
                        texts(met, m -> m.hit().kind().name()),
                        texts(met, m -> m.hit().matched()),
                        texts(met, m -> m.hit().reasonZh()),
                        texts(met, m -> m.hit().reasonEn()))
                .update();
    }

    private static String[] texts(List<Met> met, Function<Met, String> part) {
        return met.stream().map(part).toArray(String[]::new);
    }
}
