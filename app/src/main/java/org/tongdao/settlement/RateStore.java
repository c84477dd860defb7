package org.tongdao.settlement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.ledger.RateCard;
import org.tongdao.ledger.RateSheet;
import org.tongdao.ledger.Tariff;
import org.tongdao.terms.Money;

/** Versions of price lists as rows of the database. Called inside the door's transaction. */
@Component
class RateStore {

    private static final String CARDS = "SELECT * FROM rate_card WHERE tenant_id = current_tenant() ";

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RateVersion> list() {
        return jdbc.sql(CARDS + "ORDER BY name, valid_from DESC, id DESC LIMIT 500")
                .query((row, n) -> version(row))
                .list();
    }

    List<RateVersion> on(LocalDate day) {
        return jdbc.sql(CARDS + "AND valid_from <= ? AND valid_to > ? ORDER BY name")
                .params(day, day)
                .query((row, n) -> version(row))
                .list();
    }

    Optional<RateVersion> find(long id) {
        return jdbc.sql(CARDS + "AND id = ?")
                .param(id)
                .query((row, n) -> version(row))
                .optional();
    }

    private static RateVersion version(ResultSet row) throws SQLException {
        return new RateVersion(
                row.getLong("id"),
                new RateSheet.Head(
                        row.getString("name"),
                        row.getString("version"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        Currency.getInstance(row.getString("currency")),
                        row.getInt("step_g"),
                        row.getInt("volume_divisor"),
                        row.getString("mark")),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }

    RateCard card(RateVersion version) {
        return new RateCard(version.head().version(), zones(version.id()), bands(version), surcharges(version.id()));
    }

    private List<RateCard.Zone> zones(long id) {
        return jdbc.sql("""
                        SELECT * FROM rate_zone WHERE tenant_id = current_tenant() AND card_id = ? ORDER BY zone, country, postcode""")
                .param(id)
                .query((row, n) ->
                        new RateCard.Zone(row.getString("zone"), row.getString("country"), row.getString("postcode")))
                .list();
    }

    private List<RateCard.Band> bands(RateVersion version) {
        return jdbc.sql("""
                        SELECT * FROM rate_band WHERE tenant_id = current_tenant() AND card_id = ? ORDER BY zone, up_to_g""")
                .param(version.id())
                .query((row, n) -> new RateCard.Band(row.getLong("up_to_g"), line(version.head(), row)))
                .list();
    }

    private static Tariff line(RateSheet.Head head, ResultSet row) throws SQLException {
        return new Tariff(
                row.getString("zone"),
                head.version(),
                head.from(),
                head.to(),
                Money.of(row.getBigDecimal("per_parcel"), head.currency()),
                Money.of(row.getBigDecimal("per_kg"), head.currency()),
                Money.of(row.getBigDecimal("minimum"), head.currency()),
                head.stepG(),
                head.volumeDivisor(),
                head.mark());
    }

    private List<RateCard.Surcharge> surcharges(long id) {
        return jdbc.sql("SELECT * FROM rate_surcharge WHERE tenant_id = current_tenant() AND card_id = ? ORDER BY turn")
                .param(id)
                .query((row, n) -> new RateCard.Surcharge(
                        row.getString("name"),
                        RateCard.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("value"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new RateCard.Condition(
                                row.getString("zone"), row.getString("postcode"), row.getLong("from_g"))))
                .list();
    }

    /** Ends the version that counts on {@code day} on that day, unless it begins there. */
    void endBefore(String name, LocalDate day) {
        jdbc.sql("""
                        UPDATE rate_card SET valid_to = :day
                        WHERE tenant_id = current_tenant() AND name = :name AND valid_from < :day AND valid_to > :day""").param("day", day).param("name", name).update();
    }

    boolean end(long id, LocalDate day) {
        return jdbc.sql("""
                                UPDATE rate_card SET valid_to = :day
                                WHERE tenant_id = current_tenant() AND id = :id AND valid_from < :day AND valid_to > :day""").param("day", day).param("id", id).update() == 1;
    }

    long add(RateSheet sheet, String who, Instant now) {
        var head = sheet.head();
        long id = jdbc.sql("""
                        INSERT INTO rate_card (tenant_id, name, version, valid_from, valid_to, currency, step_g, volume_divisor, mark, saved_by, saved_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(List.of(
                        head.name(),
                        head.version(),
                        head.from(),
                        head.to(),
                        head.currency().getCurrencyCode(),
                        head.stepG(),
                        head.volumeDivisor(),
                        head.mark(),
                        who,
                        Timestamp.from(now)))
                .query(Long.class)
                .single();
        addZones(id, sheet.card().zones());
        addBands(id, sheet.card().bands());
        for (int i = 0; i < sheet.card().surcharges().size(); i++) {
            add(id, i + 1, sheet.card().surcharges().get(i));
        }
        return id;
    }

    private void addZones(long id, List<RateCard.Zone> zones) {
        jdbc.sql("""
                        INSERT INTO rate_zone (tenant_id, card_id, country, postcode, zone)
                        SELECT current_tenant(), ?, z.* FROM unnest(?::text[], ?::text[], ?::text[]) AS z (country, postcode, zone)""")
                .param(id)
                .param(zones.stream().map(RateCard.Zone::country).toArray(String[]::new))
                .param(zones.stream().map(RateCard.Zone::postcode).toArray(String[]::new))
                .param(zones.stream().map(RateCard.Zone::name).toArray(String[]::new))
                .update();
    }

    private void addBands(long id, List<RateCard.Band> bands) {
        var lines = bands.stream().map(RateCard.Band::line).toList();
        jdbc.sql("""
                        INSERT INTO rate_band (tenant_id, card_id, zone, up_to_g, per_parcel, per_kg, minimum)
                        SELECT current_tenant(), ?, b.* FROM unnest(?::text[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[])
                          AS b (zone, up_to_g, per_parcel, per_kg, minimum)""")
                .param(id)
                .param(lines.stream().map(Tariff::lane).toArray(String[]::new))
                .param(bands.stream().map(RateCard.Band::upToG).toArray(Long[]::new))
                .param(lines.stream().map(l -> l.perParcel().amount()).toArray(BigDecimal[]::new))
                .param(lines.stream().map(l -> l.perKg().amount()).toArray(BigDecimal[]::new))
                .param(lines.stream().map(l -> l.minimum().amount()).toArray(BigDecimal[]::new))
                .update();
    }

    private void add(long id, int turn, RateCard.Surcharge surcharge) {
        jdbc.sql("""
                        INSERT INTO rate_surcharge (tenant_id, card_id, turn, name, kind, value, valid_from, valid_to, zone, postcode, from_g)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(List.of(
                        id,
                        turn,
                        surcharge.name(),
                        surcharge.kind().name(),
                        surcharge.value(),
                        surcharge.from(),
                        surcharge.to(),
                        surcharge.condition().zone(),
                        surcharge.condition().postcode(),
                        surcharge.condition().fromG()))
                .update();
    }
}
