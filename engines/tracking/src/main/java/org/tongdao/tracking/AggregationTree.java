package org.tongdao.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What was in what, and when: folded from events, parcel → bag → container → wagon → train.
 *
 * <p>A thing has at most one parent at any time (I-04). The fold sorts by {@link EpcisEvent#IN_TIME} and drops repeated ids first, so late, repeated and
 * disordered events give the same tree. What contradicts itself becomes a finding, and the later event counts: {@code TREE-TWO-PLACES} (put into a second
 * parent without being taken out), {@code TREE-CYCLE}, {@code TREE-NOT-INSIDE} (taken out of where it was not). A wagon that is marshalled into its
 * next train leaves the last one without an event: railways do not tell, so this is no finding.
 */
public final class AggregationTree {

    /** Deepest chain of parents: bag, container, wagon, train, and one to spare. */
    public static final int DEPTH = 5;

    private static final Set<Milestone> ENDS_STAY =
            EnumSet.of(Milestone.T200, Milestone.T220, Milestone.T230, Milestone.T250, Milestone.T900);

    private final Map<String, List<Stay>> byChild = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private AggregationTree() {}

    public static AggregationTree fold(Collection<EpcisEvent> events) {
        var tree = new AggregationTree();
        for (EpcisEvent event : EventLog.inTime(events)) {
            tree.apply(event);
        }
        return tree;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The parent at that time, empty when there is none; at the moment of a change the new one. */
    public Optional<String> parent(String child, Instant at) {
        return stays(child).stream()
                .filter(s -> s.covers(at))
                .reduce((a, b) -> b)
                .map(Stay::parent);
    }

    /** All stays of a thing in its direct parents, in time order. */
    public List<Stay> stays(String child) {
        return List.copyOf(byChild.getOrDefault(child, List.of()));
    }

    /** All stays in direct and further parents, each cut to the time in which the thing itself was inside; parents before their parents. */
    public List<Stay> custody(String thing) {
        List<Stay> found = new ArrayList<>();
        for (Stay stay : stays(thing)) {
            climb(stay, found, 1);
        }
        return found;
    }

    private void climb(Stay stay, List<Stay> found, int depth) {
        found.add(stay);
        if (depth == DEPTH) {
            return;
        }
        for (Stay above : stays(stay.parent())) {
            above.within(stay).ifPresent(s -> climb(s, found, depth + 1));
        }
    }

    private void apply(EpcisEvent event) {
        if (event instanceof AggregationEvent || event instanceof AssociationEvent) {
            joinOrLeave(event);
        } else if (event.milestone().filter(ENDS_STAY::contains).isPresent()) {
            event.epcs().forEach(epc -> end(epc, event.at()));
        }
    }

    private void joinOrLeave(EpcisEvent event) {
        if (event.action() == Action.ADD) {
            event.epcs().forEach(child -> join(child, event));
        } else if (event.action() == Action.DELETE) {
            leave(event);
        }
    }

    private void join(String child, EpcisEvent event) {
        String parent = event.parent();
        if (isAbove(child, parent)) {
            report("TREE-CYCLE", event, child, "It already contains " + parent + "; the event was left out.");
            return;
        }
        Optional<Stay> last = last(child).filter(Stay::lasts);
        if (last.filter(s -> s.parent().equals(parent)).isPresent()) {
            return;
        }
        if (last.isPresent() && !parent.startsWith(Epc.Kind.TRAIN.prefix())) {
            report(
                    "TREE-TWO-PLACES",
                    event,
                    child,
                    "It was in " + last.get().parent() + " until now; an event is missing.");
        }
        end(child, event.at());
        byChild.computeIfAbsent(child, c -> new ArrayList<>()).add(new Stay(child, parent, event.at(), Instant.MAX));
    }

    private void leave(EpcisEvent event) {
        var children = event.epcs().isEmpty() ? inside(event.parent()) : event.epcs();
        for (String child : children) {
            if (last(child)
                    .filter(s -> s.lasts() && s.parent().equals(event.parent()))
                    .isPresent()) {
                end(child, event.at());
            } else {
                report(
                        "TREE-NOT-INSIDE",
                        event,
                        child,
                        "It was not in " + event.parent() + "; an event is missing or late.");
            }
        }
    }

    private List<String> inside(String parent) {
        return byChild.keySet().stream()
                .filter(c -> last(c).filter(s -> s.lasts() && s.parent().equals(parent))
                        .isPresent())
                .sorted()
                .toList();
    }

    private void end(String child, Instant at) {
        List<Stay> stays = byChild.get(child);
        if (stays != null && stays.get(stays.size() - 1).lasts()) {
            stays.set(stays.size() - 1, stays.get(stays.size() - 1).until(at));
        }
    }

    private Optional<Stay> last(String child) {
        List<Stay> stays = byChild.getOrDefault(child, List.of());
        return stays.isEmpty() ? Optional.empty() : Optional.of(stays.get(stays.size() - 1));
    }

    /** Whether {@code upper} is {@code lower} or one of its present parents. */
    private boolean isAbove(String upper, String lower) {
        String at = lower;
        for (int i = 0; i <= DEPTH; i++) {
            if (at.equals(upper)) {
                return true;
            }
            Optional<String> above = last(at).filter(Stay::lasts).map(Stay::parent);
            if (above.isEmpty()) {
                return false;
            }
            at = above.get();
        }
        return true;
    }

    private void report(String rule, EpcisEvent event, String value, String maybe) {
        findings.add(Finding.warning(rule, Place.of(event.context().eventId()), value, maybe));
    }
}
