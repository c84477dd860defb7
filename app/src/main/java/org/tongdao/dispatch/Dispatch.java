package org.tongdao.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.port.StationFile;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.StationTable;
import org.tongdao.yard.YardStation;

/** The door of the board: shows a station, tries a change, saves it as a new version. Facts are never changed here. */
@Component
public class Dispatch {

    /** Schedules tried when asked for a better plan: well under a second for a busy day, and the same answer again. */
    private static final DayLimits SEARCH = DayLimits.rounds(400, 1);

    private final StationTable stations = StationFile.shipped();
    private final StationReader reader;
    private final PlanStore plans;
    private final JdbcClient jdbc;

    Dispatch(StationReader reader, PlanStore plans, JdbcClient jdbc) {
        this.reader = reader;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    public List<YardStation> stations() {
        return stations.stations();
    }

    public Optional<YardStation> findStation(String id) {
        return stations.find(id);
    }

    /** The board as it is, or was, at {@code now}: what was told by then and what followed from it. */
    @Transactional(readOnly = true)
    public StationBoard board(YardStation station, Instant now) {
        return show(station, now, plans.latest(station.id()), Proposal.NONE);
    }

    @Transactional(readOnly = true)
    public Optional<Instant> lastFact(YardStation station) {
        return reader.lastFact(station.node());
    }

    @Transactional(readOnly = true)
    public List<Version> history(YardStation station) {
        return plans.history(station.id());
    }

    /** What would follow; nothing is written. */
    @Transactional(readOnly = true)
    public Trial attempt(YardStation station, Change change, Instant now) {
        return trial(station, change, now);
    }

    /** Somebody else saved a plan meanwhile; said to the second of two dispatchers. */
    public static Finding conflict(String version) {
        return ChangeRules.error(
                "YARD-CONFLICT", "version", version, "Look at the plan as it is now, and try your change again.");
    }

    /**
     * Saves the change as a new version when nothing speaks against it.
     *
     * @param seen the version it was tried against; when another was saved since, nothing is written. Two who save at the very same moment: the second
     *     gets {@link org.springframework.dao.DuplicateKeyException}
     */
    @Transactional
    public Trial save(YardStation station, Change change, OptionalInt seen, Author author) {
        var trial = trial(station, change, author.at());
        var findings = new ArrayList<>(trial.findings());
        int now = trial.before().version().version();
        if (seen.isPresent() && seen.getAsInt() != now) {
            findings.add(conflict(Integer.toString(now)));
        }
        if (author.reason().isBlank()) {
            findings.add(Finding.error("YARD-REASON", Place.of("reason"), "", "Say why: the record keeps it."));
        }
        var judged = new Trial(trial.before(), trial.after(), findings);
        if (judged.isAllowed()) {
            var v = trial.after().version();
            disturb(station, change, author, v.version());
            plans.save(
                    station.id(),
                    new Version(
                            v.version(),
                            v.basedOn(),
                            change.kind(),
                            trial.after().order(),
                            author.name(),
                            author.reason().strip(),
                            author.at(),
                            v.pins(),
                            List.of()),
                    trial.after());
        }
        return judged;
    }

    private Trial trial(YardStation station, Change change, Instant now) {
        var latest = plans.latest(station.id());
        var before = show(station, now, latest, Proposal.NONE);
        var findings = new ArrayList<>(ChangeRules.of(change, before));
        if (findings.stream().anyMatch(Finding::stops)) {
            return new Trial(before, before, findings);
        }
        var proposal = Proposal.of(change, before, latest, plans.get(station.id(), latest.basedOn()));
        if (change instanceof Change.Improve) {
            proposal = proposal.with(BoardPlan.plan(before.question(), SEARCH));
        }
        var after = show(station, now, proposal.version(), proposal);
        findings.addAll(after.findings());
        if (change instanceof Change.Improve && PlanCost.of(after) >= PlanCost.of(before)) {
            findings.add(ChangeRules.error(
                    "YARD-NOTHING-BETTER", "plan", "", "The search finds no plan with less lateness and dwell."));
        }
        return new Trial(before, after, findings);
    }

    private StationBoard show(YardStation station, Instant now, Version version, Proposal proposal) {
        var trains = proposal.trains(reader.trains(station.id(), station.node(), now));
        var closures = proposal.closures(reader.closures(station.id(), now));
        var pins = version.pins().stream()
                .filter(p -> trains.stream().anyMatch(t -> t.id() == p.trainId()))
                .toList();
        var question = new PlanQuestion(station, now, trains, pins, closures, version.order(), version.steps());
        var steps = BoardPlan.plan(question);
        return new StationBoard(
                station,
                now,
                version,
                trains,
                steps,
                Hold.of(steps, trains),
                closures,
                Critical.path(steps, trains),
                Critical.waits(steps),
                version.order(),
                PlanCheck.check(question, steps),
                reader.lastFact(station.node()));
    }

    private void disturb(YardStation station, Change change, Author author, int version) {
        if (change instanceof Change.Late l) {
            write(station, author, version, "LATE", l.trainNo(), "", 0, l.arrival(), l.arrival());
        } else if (change instanceof Change.Inspect i) {
            write(station, author, version, "INSPECTION", i.trainNo(), "", 0, author.at(), author.at());
        } else if (change instanceof Change.Close c) {
            write(station, author, version, "CLOSED", "", c.resource().name(), c.unit(), c.from(), c.until());
        }
    }

    private void write(
            YardStation station,
            Author author,
            int version,
            String kind,
            String trainNo,
            String resource,
            int unit,
            Instant from,
            Instant until) {
        jdbc.sql("""
                        INSERT INTO yard_disturbance (tenant_id, station, kind, train_id, resource, unit, from_at, until_at, version, actor, reason, at)
                        SELECT current_tenant(), ?, ?, (SELECT id FROM train WHERE tenant_id = current_tenant() AND train_no = ?), nullif(?, ''), ?, ?, ?, ?, ?, ?, ?""")
                .params(station.id(), kind, trainNo, resource, unit, Timestamp.from(from), Timestamp.from(until))
                .params(version, author.name(), author.reason().strip(), Timestamp.from(author.at()))
                .update();
    }
}
