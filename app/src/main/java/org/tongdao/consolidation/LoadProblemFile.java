package org.tongdao.consolidation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A loading problem in JSON or CSV as docs/formats/pack.md describes it; what is wrong with it is told, what is right is kept. */
record LoadProblemFile(Optional<LoadProblem> problem, List<Finding> findings) {

    static LoadProblemFile json(String name, String text) {
        var findings = new ArrayList<Finding>();
        try {
            var root = JsonMapper.shared().readTree(text);
            return new LoadProblemReader(name, findings).read(root);
        } catch (JacksonException e) {
            findings.add(Finding.error(
                    "PACK-LINE", Place.row(name, line(e)), e.getOriginalMessage(), "The file is no JSON document."));
            return new LoadProblemFile(Optional.empty(), findings);
        }
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    /** A CSV file knows boxes only; they travel in {@code fleet} under the rules of the CTU Code. */
    static LoadProblemFile csv(String name, String text, List<ContainerOffer> fleet) {
        var findings = new ArrayList<Finding>();
        var cargo = new ArrayList<Cargo>();
        try (var rows = CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(text)) {
            for (var row : rows) {
                var fields = JsonMapper.shared().createObjectNode();
                row.getFieldsAsMap().forEach((key, value) -> {
                    if (!value.isBlank()) {
                        fields.put(key.strip(), value.strip());
                    }
                });
                new CargoReader(fields, Set.of(), Place.row(name, row.getStartingLineNumber()), findings)
                        .read("" + (cargo.size() + 1))
                        .ifPresent(cargo::add);
            }
        } catch (CsvParseException e) {
            findings.add(Finding.error("PACK-LINE", Place.of(name), "" + e.getMessage(), "The file is no CSV."));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (cargo.isEmpty()) {
            findings.add(
                    Finding.error(
                            "PACK-SHORT",
                            Place.of(name),
                            "0 rows of cargo",
                            "The first row names the columns, such as id,length_mm,width_mm,height_mm; each other row is a cargo."));
            return new LoadProblemFile(Optional.empty(), findings);
        }
        var problem =
                new LoadProblem(name, fleet, distinct(cargo, name, findings), LoadRules.CTU, List.of(), List.of());
        return new LoadProblemFile(Optional.of(problem), findings);
    }

    static List<Cargo> distinct(List<Cargo> cargo, String name, List<Finding> findings) {
        var seen = new java.util.HashSet<String>();
        var kept = new ArrayList<Cargo>();
        for (var c : cargo) {
            if (seen.add(c.id())) {
                kept.add(c);
            } else {
                findings.add(Finding.error(
                        "PACK-ID", Place.of(name), c.id(), "Two cargoes have this id; the second is left out."));
            }
        }
        return kept;
    }
}
