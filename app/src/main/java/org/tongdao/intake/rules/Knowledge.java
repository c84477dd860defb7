package org.tongdao.intake.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongdao.customs.CsvTariffBook;
import org.tongdao.customs.Screening;
import org.tongdao.customs.TariffBook;
import org.tongdao.intake.mapping.ReferenceTable;

/** The reference data that rows are held against. Immutable after loading, shared by all imports. */
public record Knowledge(TariffBook tariff, Screening screening, Countries countries) {

    /** What is packed with the application: our starter tables, marked as such. */
    public static Knowledge shipped() {
        try (var hs = ReferenceTable.open("/data/hs-starter.csv");
                var prohibited = ReferenceTable.open("/data/prohibited.csv")) {
            return new Knowledge(
                    CsvTariffBook.read("hs-starter", hs),
                    Screening.read("prohibited", prohibited),
                    Countries.shipped());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the reference tables", e);
        }
    }
}
