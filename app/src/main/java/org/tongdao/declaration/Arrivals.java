package org.tongdao.declaration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.FarAssessment;
import org.tongdao.customs.FarParcel;
import org.tongdao.customs.FarSide;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;

/** What parcels cost and lack where they arrive (EU, EAEU), out of what the database and {@code data/parties.csv} know of them. */
@Component
@Lazy
public class Arrivals {

    private static final List<String> LISTS = List.of(Books.FAR_SIDE, Books.STOP_WORDS, Books.EURO, Books.PARTIES);

    /** The rules abroad, our rates, and who we are there. */
    private record Rules(FarSide far, EuroRates shipped, String sender, String declarant, String operator) {

        static Rules of(Books books) {
            return new Rules(
                    books.farSide(),
                    books.euroRates(),
                    books.parties().companyName(),
                    books.code("eu-declarant"),
                    books.code("eaeu-operator"));
        }
    }

    private final ArrivalStore store;
    private final InForce<Rules> rules;
    private final Path loaded;

    Arrivals(ArrivalStore store, Editions editions, PlatformSettings settings) {
        this.store = store;
        this.rules = editions.read(LISTS, of -> Rules.of(new Books(of)));
        this.loaded = settings.home().resolve("eur-rates.csv");
    }

    /**
     * What we say of a parcel.
     *
     * @param day whose rules count, where it arrives
     * @param dayOf what happened on that day
     * @param assessment figures with trace, version and sources; absent when there is no rate or no rule
     * @param findings what is missing or wrong
     * @param rateMark how sure the rate into euro is
     */
    public record Arrival(
            LocalDate day, DayOf dayOf, Optional<FarAssessment> assessment, List<Finding> findings, String rateMark) {}

    /** Why a day counts: the parcel arrived, it left and did not arrive yet, or it is still here. */
    public enum DayOf {
        ARRIVED,
        DEPARTED,
        TODAY
    }

    /** A parcel with what is said of it. */
    record Judged(FarParcel parcel, Arrival arrival) {}

    /**
     * What a parcel costs and lacks by the rules of its day: that of its arrival, else of its departure, else today; empty when there is no such parcel.
     */
    @Transactional(readOnly = true)
    public Optional<Arrival> find(long parcelId, Instant now) {
        return judge(List.of(parcelId), now).stream().findFirst().map(Judged::arrival);
    }

    List<Judged> judge(List<Long> parcelIds, Instant now) {
        var by = rules.get();
        var rates = by.shipped().with(loaded);
        return store.list(parcelIds).stream()
                .map(known -> judged(known, by, rates, now))
                .toList();
    }

    FarSide farSide() {
        return rules.get().far();
    }

    private static Judged judged(ArrivalStore.Known known, Rules by, EuroRates rates, Instant now) {
        var head = known.head();
        var day = head.day(now);
        var rate = rates.on(head.currency(), day);
        var parcel = parcel(known, by, rate.map(EuroRates.Rate::eur).orElse(BigDecimal.ZERO));
        if (rate.isEmpty()) {
            return new Judged(
                    parcel,
                    nothing(day, head, "FAR-RATE", head.currency(), "Load the rates of the month with customs rates."));
        }
        var assessed = by.far().assess(parcel, day);
        return new Judged(
                parcel,
                assessed.isEmpty()
                        ? nothing(
                                day,
                                head,
                                "FAR-COUNTRY",
                                head.country(),
                                "We hold no rules of this country; ask the partner there what it wants.")
                        : new Arrival(
                                day,
                                head.dayOf(),
                                assessed,
                                together(assessed.get().findings(), rates.against()),
                                rate.get().mark()));
    }

    private static List<Finding> together(List<Finding> some, List<Finding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Arrival nothing(LocalDate day, ArrivalStore.Head head, String rule, String value, String maybe) {
        var why = Finding.warning(rule, Place.of(head.parcelNo()), value, maybe);
        return new Arrival(day, head.dayOf(), Optional.empty(), List.of(why), "");
    }

    private static FarParcel parcel(ArrivalStore.Known known, Rules by, BigDecimal eur) {
        var head = known.head();
        var items = known.lines().stream()
                .map(line -> new FarParcel.Item(
                        new HsCode(line.hs()),
                        line.nameEn(),
                        line.value().multiply(eur).setScale(2, RoundingMode.HALF_UP),
                        line.origin(),
                        line.sku(),
                        line.productId()))
                .toList();
        return new FarParcel(
                head.parcelNo(),
                head.country(),
                by.sender(),
                head.consigneeName(),
                head.address(),
                head.iossNo(),
                by.declarant(),
                by.operator(),
                new FarParcel.Sale(head.platform(), head.orderNo()),
                head.grossG(),
                BigDecimal.ZERO,
                items);
    }
}
