package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
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

/** The reference tables that declaring works with, as they are packed with the application. */
final class Books {

    private Books() {}

    static TariffBook tariff() {
        return CsvTariffBook.read("hs-starter", data("hs-starter.csv"));
    }

    static Screening screening() {
        return Screening.read("prohibited", data("prohibited.csv"));
    }

    /** What tells one file of the list from another. */
    static String screeningSha256() {
        try (var in = Books.class.getResourceAsStream("/data/prohibited.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/prohibited.csv is missing from the application");
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Regimes regimes() {
        return Regimes.read("regimes", data("regimes.csv"));
    }

    static ImportLimits limits() {
        return ImportLimits.read(data("import-limits.csv"));
    }

    static ImportRates rates() {
        return ImportRates.read("rates-starter", data("import-rates.csv"));
    }

    static FarSide farSide() {
        return FarSide.read("far-side", data("far-side.csv"), data("stop-words.csv"));
    }

    static RetailParties parties() {
        return named(roles());
    }

    static ImportParties importParties() {
        var roles = roles();
        return new ImportParties(
                named(roles),
                cell(roles, "payment", "code"),
                cell(roles, "payment", "name"),
                cell(roles, "guarantor", "code"));
    }

    static SiteReport.Site site() {
        var roles = roles();
        return new SiteReport.Site(cell(roles, "site-operator", "code"), cell(roles, "site-operator", "name"));
    }

    /** Code of a company by its role in {@code data/parties.csv}. */
    static String code(String role) {
        return cell(roles(), role, "code");
    }

    static EuroRates euroRates() {
        return EuroRates.read(data("eur-rates.csv"));
    }

    private static Map<String, NamedCsvRecord> roles() {
        var found = new HashMap<String, NamedCsvRecord>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(data("parties.csv"))) {
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

    private static Reader data(String name) {
        var in = Books.class.getResourceAsStream("/data/" + name);
        if (in == null) {
            throw new IllegalStateException("data/" + name + " is missing from the application");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
