package org.tongdao.settlement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Tariff;
import org.tongdao.ledger.TariffBook;
import org.tongdao.terms.Money;

/** The tenant's price lists. A tenant without any starts with the typical ones of data/tariffs.csv. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Tariffs {

    private static final String STARTER = "/data/tariffs.csv";
    private static final String SELECT = "SELECT * FROM tariff WHERE tenant_id = current_tenant()";

    private final JdbcClient jdbc;

    Tariffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TariffBook book() {
        List<Tariff> stored = list();
        if (stored.isEmpty()) {
            starter().forEach(this::add);
            stored = list();
        }
        return TariffBook.of(stored);
    }

    /** The line a charge was made by. */
    public Optional<Tariff> find(String version) {
        return jdbc.sql(SELECT + " AND version = ?")
                .param(version)
                .query((row, n) -> tariff(row))
                .optional();
    }

    /** The lines of data/tariffs.csv. */
    static List<Tariff> starter() {
        try (InputStream in = Tariffs.class.getResourceAsStream(STARTER)) {
            if (in == null) {
                throw new IllegalStateException(STARTER + " is not on the class path");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return rows.stream().map(Tariffs::tariff).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(STARTER, e);
        }
    }

    private List<Tariff> list() {
        return jdbc.sql(SELECT).query((row, n) -> tariff(row)).list();
    }

    private void add(Tariff tariff) {
        jdbc.sql("""
                INSERT INTO tariff (tenant_id, version, lane, valid_from, valid_to, currency, per_parcel, per_kg, minimum, step_g, volume_divisor, mark)
                VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, version) DO NOTHING
                """)
                .params(
                        tariff.version(),
                        tariff.lane(),
                        tariff.validFrom(),
                        tariff.validTo(),
                        tariff.perKg().currency().getCurrencyCode(),
                        tariff.perParcel().amount(),
                        tariff.perKg().amount(),
                        tariff.minimum().amount(),
                        tariff.stepG(),
                        tariff.volumeDivisor(),
                        tariff.mark())
                .update();
    }

    private static Tariff tariff(NamedCsvRecord row) {
        Currency currency = Currency.getInstance(row.getField("currency"));
        return new Tariff(
                row.getField("lane"),
                row.getField("version"),
                LocalDate.parse(row.getField("valid_from")),
                LocalDate.parse(row.getField("valid_to")),
                Money.of(new BigDecimal(row.getField("per_parcel")), currency),
                Money.of(new BigDecimal(row.getField("per_kg")), currency),
                Money.of(new BigDecimal(row.getField("minimum")), currency),
                Integer.parseInt(row.getField("step_g")),
                Integer.parseInt(row.getField("volume_divisor")),
                row.getField("mark"));
    }

    private static Tariff tariff(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Tariff(
                row.getString("lane"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Money.of(row.getBigDecimal("per_parcel"), currency),
                Money.of(row.getBigDecimal("per_kg"), currency),
                Money.of(row.getBigDecimal("minimum"), currency),
                row.getInt("step_g"),
                row.getInt("volume_divisor"),
                row.getString("mark"));
    }
}
