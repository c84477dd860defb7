package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tongdao.customs.CsvTariffBook;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.RetailRules;
import org.tongdao.customs.Screening;
import org.tongdao.customs.TariffBook;

/** What the desk works with: who we are, the tariff, the rules. Read once. */
@Component
@Lazy
class Desk {

    /** The work clock may stand in the past; a soft key counts there too. */
    static final Instant SOFT_KEY_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final RetailParties parties = readParties();
    private final TariffBook tariff = CsvTariffBook.read("hs-starter", data("hs-starter.csv"));
    private final RetailRules rules = new RetailRules(tariff, Screening.read("prohibited", data("prohibited.csv")));
    private final RetailExport export = new RetailExport(parties, tariff);

    private static RetailParties readParties() {
        var found = new HashMap<String, NamedCsvRecord>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(data("parties.csv"))) {
            rows.forEach(row -> found.put(row.getField("role"), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named(found);
    }

    RetailExport export() {
        return export;
    }

    RetailRules rules() {
        return rules;
    }

    RetailParties parties() {
        return parties;
    }

    private static RetailParties named(Map<String, NamedCsvRecord> rows) {
        return new RetailParties(
                cell(rows, "platform", "code"),
                cell(rows, "platform", "name"),
                cell(rows, "company", "code"),
                cell(rows, "company", "name"),
                cell(rows, "company", "value"),
                cell(rows, "agent", "code"),
                cell(rows, "agent", "name"),
                cell(rows, "carrier", "code"),
                cell(rows, "carrier", "name"),
                cell(rows, "customs-office", "code"),
                cell(rows, "port-office", "code"),
                "",
                cell(rows, "dxp", "code"));
    }

    private static String cell(Map<String, NamedCsvRecord> rows, String role, String column) {
        var row = rows.get(role);
        if (row == null) {
            throw new IllegalStateException("data/parties.csv has no row for the role " + role);
        }
        return row.getField(column);
    }

    private static Reader data(String name) {
        var in = Desk.class.getResourceAsStream("/data/" + name);
        if (in == null) {
            throw new IllegalStateException("data/" + name + " is missing from the application");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
