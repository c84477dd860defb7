package org.tongdao.bench;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.ParcelHere;
import org.tongdao.consolidation.ParcelStops;

/** The door of the bench. */
@Component
public class Bench {

    private static final int TRIES = 3;

    private final ParcelActs parcels;
    private final UnitActs units;
    private final StopActs stops;
    private final Reversals reversals;
    private final ScanStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    Bench(
            ParcelActs parcels,
            UnitActs units,
            StopActs stops,
            Reversals reversals,
            ScanStore store,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.parcels = parcels;
        this.units = units;
        this.stops = stops;
        this.reversals = reversals;
        this.store = store;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /** Does what the scan asks for, once: a scan that comes again has its first answer. */
    public ScanAnswer scan(ScanInput scan, Worker who) {
        return settle(scan, who, () -> act(scan, who));
    }

    /** Takes back what a scan did. {@code scan.code()} is written down as given. */
    public ScanAnswer reverse(ScanInput scan, long scanId, Worker who, String reason) {
        return settle(scan, who, () -> takeBack(scanId, who, reason));
    }

    /** The last scans of a station and device, latest first. */
    public List<Scanned> latest(Station station, String device, int count) {
        return read(() -> store.latest(station, device, count));
    }

    /** What was scanned of one thing, latest first. */
    public List<Scanned> of(String subject) {
        return read(() -> store.of(subject));
    }

    /** Codes of the last seven days that nobody knew. */
    public List<Scanned> unknown() {
        return read(() -> store.unknown(store.now().minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC)));
    }

    public Optional<ParcelHere> find(String code) {
        return read(() -> parcels.find(code));
    }

    /** How many things are in a bag or container, -1 when there is no such thing. */
    public int inside(String target) {
        return read(() -> units.inside(target));
    }

    private <T> T read(Supplier<T> question) {
        return java.util.Objects.requireNonNull(reading.execute(t -> question.get()));
    }

    /** Two hands at one thing: the database lets one win; the other asks again and is told where the thing is now. */
    private ScanAnswer settle(ScanInput scan, Worker who, Supplier<Done> act) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                return once(scan, who, act);
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                continue;
            }
        }
        return once(
                scan,
                who,
                () -> Done.refused(
                        Done.Named.NOBODY,
                        scan.target(),
                        "BENCH-BARCODE",
                        scan.code(),
                        "This number cannot be used here."));
    }

    private ScanAnswer once(ScanInput scan, Worker who, Supplier<Done> act) {
        return java.util.Objects.requireNonNull(transaction.execute(t -> {
            var before = store.find(scan.id());
            if (before.isPresent()) {
                return before.get().answer(units.inside(before.get().next()));
            }
            var done = act.get();
            long id = store.add(scan, who, done);
            done.after().write(id);
            if (!done.act().isEmpty()) {
                events.publishEvent(new UnitsScanned(List.of(id)));
            }
            return store.find(id).orElseThrow().answer(units.inside(done.next()));
        }));
    }

    private Done act(ScanInput scan, Worker who) {
        if (!scan.place().startsWith("LOC-")) {
            return Done.refused(
                    Done.Named.NOBODY,
                    scan.target(),
                    "BENCH-NO-PLACE",
                    scan.code(),
                    "Scan the code of your place first.");
        }
        return switch (scan.station()) {
            case RECEIVE -> parcels.receive(scan);
            case LABEL -> parcels.label(scan);
            case WEIGH -> parcels.weigh(scan);
            case BAG -> units.bag(scan);
            case SEAL -> units.seal(scan);
            case LOAD -> units.load(scan);
            case UNLOAD -> units.unload(scan);
            case HOLD -> stops.stop(scan, who, ParcelStops.Kind.HOLD);
            case RETURN -> stops.stop(scan, who, ParcelStops.Kind.RETURN);
        };
    }

    private Done takeBack(long scanId, Worker who, String reason) {
        var scan = store.find(scanId);
        if (scan.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-UNKNOWN", "#" + scanId, "There is no such scan.");
        }
        var named = new Done.Named(scan.get().kind(), scan.get().subject());
        return reversals
                .against(scan.get(), who, reason)
                .map(against -> Done.refused(named, "", against))
                .orElseGet(() -> {
                    var done = reversals.reverse(scan.get(), who, reason);
                    return done.act().isEmpty() ? done : done.then(id -> store.reverse(scanId, who, reason));
                });
    }
}
