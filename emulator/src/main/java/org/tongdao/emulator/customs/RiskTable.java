package org.tongdao.emulator.customs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How much more or less than others goods of an HS heading are refused or inspected; the longest prefix of risk.csv wins. All assumed. */
final class RiskTable {

    private static final Risk MIDDLING = new Risk(1, 1);

    private final Map<String, Risk> byPrefix;
    private final Conduct.Rigour rigour;

    /** Factors on the shares of {@link Conduct.Rigour}. */
    record Risk(double refuse, double inspect) {

        Risk times(double factor) {
            return new Risk(refuse * factor, inspect * factor);
        }

        Risk worse(Risk other) {
            return new Risk(Math.max(refuse, other.refuse), Math.max(inspect, other.inspect));
        }
    }

    private RiskTable(Map<String, Risk> byPrefix, Conduct.Rigour rigour) {
        this.rigour = rigour;
        this.byPrefix = byPrefix;
    }

    static RiskTable load(Conduct.Rigour rigour) {
        var risks = new HashMap<String, Risk>();
        var file = Objects.requireNonNull(RiskTable.class.getResourceAsStream("risk.csv"), "risk.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.forEach(row -> risks.put(row.getField("hs_prefix"), risk(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RiskTable(Map.copyOf(risks), rigour);
    }

    /** The risk of the riskiest row; dear or heavy parcels are looked at more often. */
    Risk of(ParcelList list) {
        var worst = list.goods().stream().map(this::ofGoods).reduce(Risk::worse).orElse(MIDDLING);
        double factor = (list.valueCny() > rigour.dearCny() ? 2 : 1) * (list.grossKg() > rigour.heavyKg() ? 1.5 : 1);
        return worst.times(factor);
    }

    private Risk ofGoods(String hs) {
        for (int length = Math.min(hs.length(), 6); length >= 2; length--) {
            var risk = byPrefix.get(hs.substring(0, length));
            if (risk != null) {
                return risk;
            }
        }
        return MIDDLING;
    }

    private static Risk risk(NamedCsvRecord row) {
        return new Risk(
                Double.parseDouble(row.getField("refuse_factor")), Double.parseDouble(row.getField("inspect_factor")));
    }
}
