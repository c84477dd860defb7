package org.tongdao.settlement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Money;

/** statement.csv: every charge with what it was worked out from, in the order of parcel numbers. */
@Component
class Statement {

    private static final String CHARGES = """
            SELECT o.merchant, o.order_no, p.parcel_no, c.turn, c.lane, c.departed_at, c.tariff_version, t.mark, c.actual_g, c.volumetric_g,
                   c.chargeable_g, c.amount_minor, c.currency, c.entry_id, coalesce(r.entry_id, '') AS reversed_by
            FROM freight_charge c
            JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            JOIN tariff t ON t.tenant_id = c.tenant_id AND t.version = c.tariff_version
            LEFT JOIN journal_entry r ON r.tenant_id = c.tenant_id AND r.reverses = c.entry_id
            WHERE c.tenant_id = current_tenant()
            ORDER BY p.parcel_no COLLATE "C", c.turn
            """;
    private static final String RISKY = "=+-@\t\r＝＋－＠";

    private final JdbcTemplate jdbc;

    Statement(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(1000);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Path file) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "merchant",
                    "order_no",
                    "parcel_no",
                    "lane",
                    "departed_at",
                    "tariff",
                    "mark",
                    "actual_g",
                    "volumetric_g",
                    "chargeable_g",
                    "amount",
                    "currency",
                    "entry",
                    "reversed_by");
            jdbc.query(CHARGES, row -> {
                write(csv, row);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    private static void write(CsvWriter csv, ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        csv.writeRecord(
                shown(row.getString("merchant")),
                shown(row.getString("order_no")),
                row.getString("parcel_no"),
                row.getString("lane"),
                row.getTimestamp("departed_at").toInstant().toString(),
                row.getString("tariff_version"),
                row.getString("mark"),
                row.getString("actual_g"),
                row.getString("volumetric_g"),
                row.getString("chargeable_g"),
                new Money(row.getLong("amount_minor"), currency).amount().toPlainString(),
                currency.getCurrencyCode(),
                row.getString("entry_id"),
                row.getString("reversed_by"));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe: people open this file. */
    static String shown(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
