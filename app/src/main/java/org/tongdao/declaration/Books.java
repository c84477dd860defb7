package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.customs.CsvTariffBook;
import org.tongdao.customs.FarSide;
import org.tongdao.customs.ImportLimits;
import org.tongdao.customs.ImportParties;
import org.tongdao.customs.ImportRates;
import org.tongdao.customs.Regimes;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.Screening;
import org.tongdao.customs.SiteReport;
import org.tongdao.customs.TariffBook;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Packaged;

/** The reference tables that declaring works with, each in one edition. */
final class Books {

    static final String TARIFF = "hs-starter.csv";
    static final String SCREENING = "prohibited.csv";
    static final String REGIMES = "regimes.csv";
    static final String LIMITS = "import-limits.csv";
    static final String RATES = "import-rates.csv";
    static final String FAR_SIDE = "far-side.csv";
    static final String STOP_WORDS = "stop-words.csv";
    static final String PARTIES = "parties.csv";
    static final String EURO = "eur-rates.csv";

    private final Function<String, Edition> editions;

    Books(Function<String, Edition> editions) {
        this.editions = editions;
    }

    /** As they came with the program. */
    static Books shipped() {
        return new Books(Packaged::get);
    }

    TariffBook tariff() {
        return CsvTariffBook.read(name(TARIFF), data(TARIFF));
    }

    Screening screening() {
        return Screening.read(name(SCREENING), data(SCREENING));
    }

    /** What tells one file of the list from another. */
    String screeningSha256() {
        return editions.apply(SCREENING).sha256();
    }

    Regimes regimes() {
        return Regimes.read(name(REGIMES), data(REGIMES));
    }

    ImportLimits limits() {
        return ImportLimits.read(data(LIMITS));
    }

    ImportRates rates() {
        return ImportRates.read(editions.apply(RATES).number() == 0 ? "rates-starter" : name(RATES), data(RATES));
    }

    FarSide farSide() {
        return FarSide.read(name(FAR_SIDE), data(FAR_SIDE), data(STOP_WORDS));
    }

    /** Those of these lists that did not come with the program, for the version of a decision; empty or beginning with a slash. */
    String brought(String... lists) {
        return Arrays.stream(lists)
                .map(editions)
                .filter(edition -> edition.number() > 0)
                .map(edition -> " / " + edition.name())
                .collect(Collectors.joining());
    }

    RetailParties parties() {
        return named(roles());
    }

    ImportParties importParties() {
        var roles = roles();
        return new ImportParties(
                named(roles),
                cell(roles, "payment", "code"),
                cell(roles, "payment", "name"),
                cell(roles, "guarantor", "code"));
    }

    SiteReport.Site site() {
        var roles = roles();
        return new SiteReport.Site(cell(roles, "site-operator", "code"), cell(roles, "site-operator", "name"));
    }

    /** Code of a company by its role in {@code data/parties.csv}. */
    String code(String role) {
        return cell(roles(), role, "code");
    }

    EuroRates euroRates() {
        return EuroRates.read(data(EURO));
    }

    private Map<String, NamedCsvRecord> roles() {
        var found = new HashMap<String, NamedCsvRecord>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(data(PARTIES))) {
            rows.forEach(row -> found.put(row.getField("role"), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
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

    private String name(String list) {
        return editions.apply(list).name();
    }

    private Reader data(String list) {
        return editions.apply(list).reader();
    }
}
