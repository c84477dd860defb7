package org.tongdao.visibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Delivery;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisWriter;
import org.tongdao.tracking.Outlook;
import org.tongdao.tracking.Tracker;

/** The door of visibility: a parcel's timeline for those who work here, its tracking page for everybody, the whole log as a file. */
@Component
public class Visibility {

    private final Facts facts;
    private final StoredEvents events;
    private final PlanQuery plans;
    private final PublicDesk desk;
    private final Reports reports;
    private final Clock clock;

    Visibility(Facts facts, StoredEvents events, PlanQuery plans, PublicDesk desk, Reports reports, Clock clock) {
        this.facts = facts;
        this.events = events;
        this.plans = plans;
        this.desk = desk;
        this.reports = reports;
        this.clock = clock;
    }

    /** Writes the tenant's events as lines (docs/formats/epcis.md), in time order; facts that no event told of are caught up with first. */
    @Transactional
    public void export(Path jsonl) {
        facts.catchUp();
        try (var out = Files.newBufferedWriter(jsonl);
                var writer = EpcisWriter.lines(out)) {
            events.forEach(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + jsonl, e);
        }
    }

    /** What happened to a parcel of this tenant and what is expected; empty when there is no such parcel. */
    @Transactional(readOnly = true)
    public Optional<Delivery> timeline(String parcelNo) {
        if (!S10.isValid(parcelNo) || !plans.knows(parcelNo)) {
            return Optional.empty();
        }
        var outlook = new Outlook(plans.of(parcelNo), clock.instant());
        return Optional.of(Tracker.track(Epc.parcel(new S10(parcelNo)), events, outlook));
    }

    /** What partners told of a parcel and of what it lay in, beside our own facts; empty when there is no such parcel of this tenant. */
    @Transactional(readOnly = true)
    public List<Report> reports(String parcelNo) {
        return timeline(parcelNo)
                .map(delivery -> reports.about(Epc.parcel(new S10(parcelNo)), delivery.custody()))
                .orElse(List.of());
    }

    /**
     * What anybody may see who knows a parcel's number, without signing in: personal data is masked, foreign and unknown numbers answer alike (I-34).
     *
     * @param language Chinese, English, Russian or Kazakh; any other reads English
     */
    public Optional<PublicTracking> track(String parcelNo, Locale language) {
        return desk.track(parcelNo, language, this::timelineOf);
    }

    /** Whose parcel it is, for one who has no tenant and knows its number; empty when nobody's. */
    public Optional<Integer> owner(String parcelNo) {
        return desk.owner(parcelNo);
    }

    private Optional<Delivery> timelineOf(String parcelNo) {
        var outlook = new Outlook(plans.of(parcelNo), clock.instant());
        return Optional.of(Tracker.track(Epc.parcel(new S10(parcelNo)), events, outlook));
    }
}
