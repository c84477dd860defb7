package org.tongdao.intake.rules;

import java.util.List;
import java.util.function.Function;
import org.tongdao.customs.CsvTariffBook;
import org.tongdao.customs.Screening;
import org.tongdao.customs.TariffBook;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Packaged;

/** The reference data that rows are held against. Immutable after loading, shared by all imports. */
public record Knowledge(TariffBook tariff, Screening screening, Countries countries, Units units) {

    public static final String TARIFF = "hs-starter.csv";
    public static final String SCREENING = "prohibited.csv";
    public static final String NAMES = "country-names.csv";
    public static final String HUBS = "hubs.csv";
    public static final String PLACES = "places.csv";
    public static final String UNITS = "units.csv";

    /** What {@link #of} reads. */
    public static final List<String> LISTS = List.of(TARIFF, SCREENING, NAMES, HUBS, PLACES, UNITS);

    /** What is packed with the application: our starter tables, marked as such. */
    public static Knowledge shipped() {
        return of(Packaged::get);
    }

    public static Knowledge of(Function<String, Edition> editions) {
        var tariff = editions.apply(TARIFF);
        var screening = editions.apply(SCREENING);
        return new Knowledge(
                CsvTariffBook.read(tariff.name(), tariff.reader()),
                Screening.read(screening.name(), screening.reader()),
                Countries.of(editions.apply(NAMES), editions.apply(HUBS), editions.apply(PLACES)),
                Units.of(editions.apply(UNITS)));
    }
}
