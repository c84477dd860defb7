package org.tongdao.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardPriority;

/**
 * A change laid over what is recorded.
 *
 * @param version pins and order as they would be
 * @param late or {@code inspected}: train number, else empty
 */
record Proposal(Version version, String late, Instant arrival, String inspected, Optional<Closure> closure) {

    static final Proposal NONE = new Proposal(Version.NONE, "", Instant.EPOCH, "", Optional.empty());

    static Proposal of(Change change, StationBoard board, Version latest, Version parent) {
        if (change instanceof Change.Move m) {
            return pinned(latest, moved(board, latest, m));
        }
        if (change instanceof Change.Unpin u) {
            return pinned(latest, without(latest, board, u.trainNo(), u));
        }
        if (change instanceof Change.Reorder r) {
            return plain(next(latest, latest.version(), r.order(), latest.pins()));
        }
        if (change instanceof Change.Undo) {
            return plain(next(latest, parent.basedOn(), parent.order(), parent.pins()));
        }
        return disturbed(change, latest);
    }

    private static Proposal disturbed(Change change, Version latest) {
        if (change instanceof Change.Late l) {
            return new Proposal(next(latest), l.trainNo(), l.arrival(), "", Optional.empty());
        }
        if (change instanceof Change.Inspect i) {
            return new Proposal(next(latest), "", Instant.EPOCH, i.trainNo(), Optional.empty());
        }
        if (change instanceof Change.Close c) {
            var closure = new Closure(c.resource(), c.unit(), c.from(), c.until(), "");
            return new Proposal(next(latest), "", Instant.EPOCH, "", Optional.of(closure));
        }
        return plain(next(latest));
    }

    private static List<Pin> moved(StationBoard board, Version latest, Change.Move m) {
        long id = id(board, m.trainNo());
        var pins = new ArrayList<>(latest.pins());
        pins.removeIf(p -> p.trainId() == id && p.stage() == m.stage());
        pins.add(new Pin(id, m.stage(), m.unit(), m.notBefore()));
        return pins;
    }

    private static List<Pin> without(Version latest, StationBoard board, String trainNo, Change.Unpin u) {
        long id = id(board, trainNo);
        return latest.pins().stream()
                .filter(p -> p.trainId() != id || p.stage() != u.stage())
                .toList();
    }

    private static long id(StationBoard board, String trainNo) {
        return board.trains().stream()
                .filter(t -> t.no().equals(trainNo))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Proposal pinned(Version latest, List<Pin> pins) {
        return plain(next(latest, latest.version(), latest.order(), pins));
    }

    private static Proposal plain(Version version) {
        return new Proposal(version, "", Instant.EPOCH, "", Optional.empty());
    }

    private static Version next(Version latest) {
        return next(latest, latest.version(), latest.order(), latest.pins());
    }

    private static Version next(Version latest, int basedOn, List<YardPriority> order, List<Pin> pins) {
        return new Version(
                latest.version() + 1, basedOn, "", order, "", "", Instant.EPOCH, List.copyOf(pins), latest.steps());
    }

    /** The same with another plan to keep to. */
    Proposal with(List<PlannedStep> steps) {
        var v = version;
        var planned = new Version(
                v.version(), v.basedOn(), v.kind(), v.order(), v.actor(), v.reason(), v.madeAt(), v.pins(), steps);
        return new Proposal(planned, late, arrival, inspected, closure);
    }

    List<TrainHere> trains(List<TrainHere> recorded) {
        return recorded.stream().map(this::over).toList();
    }

    private TrainHere over(TrainHere t) {
        boolean later = t.no().equals(late);
        boolean inspect = t.no().equals(inspected);
        return later || inspect
                ? new TrainHere(
                        t.id(),
                        t.no(),
                        t.fromNode(),
                        later ? arrival : t.arrival(),
                        t.containers(),
                        t.inspected() || inspect,
                        t.slot(),
                        t.facts())
                : t;
    }

    List<Closure> closures(List<Closure> recorded) {
        var all = new ArrayList<>(recorded);
        closure.ifPresent(all::add);
        return all;
    }
}
