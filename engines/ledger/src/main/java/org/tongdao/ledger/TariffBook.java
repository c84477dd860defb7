package org.tongdao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The price lists of all lanes and times. On one day at most one line counts for a lane: {@link #faults} says where two do. */
public final class TariffBook {

    private final List<Tariff> tariffs;

    private TariffBook(List<Tariff> tariffs) {
        this.tariffs = tariffs;
    }

    public static TariffBook of(Collection<Tariff> tariffs) {
        return new TariffBook(tariffs.stream()
                .sorted(Comparator.comparing(Tariff::lane)
                        .thenComparing(Tariff::validFrom)
                        .thenComparing(Tariff::version))
                .toList());
    }

    /** Lines of one lane that count on the same day ({@code TARIFF-OVERLAP}), or share a version ({@code TARIFF-VERSION}). */
    public List<Finding> faults() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < tariffs.size(); i++) {
            for (int j = i + 1; j < tariffs.size(); j++) {
                compare(tariffs.get(i), tariffs.get(j), findings);
            }
        }
        return findings;
    }

    /** The line that counts for a lane on a day. */
    public Optional<Tariff> find(String lane, LocalDate day) {
        return tariffs.stream()
                .filter(t -> t.lane().equals(lane) && t.validOn(day))
                .findFirst();
    }

    public List<Tariff> list() {
        return tariffs;
    }

    private static void compare(Tariff a, Tariff b, List<Finding> findings) {
        if (!a.lane().equals(b.lane())) {
            return;
        }
        if (a.overlaps(b)) {
            findings.add(Finding.error(
                    "TARIFF-OVERLAP",
                    Place.of(a.lane()),
                    a.version() + " " + b.version(),
                    "End the first on " + b.validFrom() + "."));
        }
        if (a.version().equals(b.version())) {
            findings.add(Finding.error(
                    "TARIFF-VERSION",
                    Place.of(a.lane()),
                    a.version(),
                    "Give each line its own version; decisions store it."));
        }
    }
}
