package org.tongdao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Price;
import org.tongdao.ledger.Shipment;
import org.tongdao.ledger.Tariff;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/** The standing charge of a parcel with its price worked out anew. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChargeQuery {

    private static final String STANDING = """
            SELECT c.*, p.parcel_no, p.gross_g, p.volume_mm3 FROM freight_charge c
            JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            WHERE c.tenant_id = current_tenant() AND p.parcel_no = ?
              AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.tenant_id = c.tenant_id AND r.reverses = c.entry_id)
            """;

    private final JdbcClient jdbc;
    private final Tariffs tariffs;

    ChargeQuery(JdbcClient jdbc, Tariffs tariffs) {
        this.jdbc = jdbc;
        this.tariffs = tariffs;
    }

    public Optional<Charge> find(String parcelNo) {
        return jdbc.sql(STANDING).param(parcelNo).query((row, n) -> charge(row)).optional();
    }

    private Charge charge(ResultSet row) throws SQLException {
        String version = row.getString("tariff_version");
        Tariff tariff = tariffs.find(version).orElseThrow(() -> new IllegalStateException("no tariff " + version));
        Price why = tariff.price(
                new Shipment(row.getString("lane"), new Grams(row.getLong("gross_g")), row.getLong("volume_mm3")));
        return new Charge(
                row.getString("parcel_no"),
                row.getString("entry_id"),
                row.getTimestamp("departed_at").toInstant(),
                version,
                tariff.mark(),
                new Grams(row.getLong("chargeable_g")),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                why);
    }
}
