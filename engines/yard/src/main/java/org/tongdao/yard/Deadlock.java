package org.tongdao.yard;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A station that stands still for ever: nothing is in work any more, and trains wait.
 *
 * @param at the last moment at which anything happened
 * @param waiting who waits for what, holding what
 * @param holders which trains hold the units of each awaited resource
 */
public record Deadlock(Instant at, List<Waiting> waiting, Map<YardResource, Set<String>> holders) {

    /** A train that waits. */
    public record Waiting(String trainId, YardStage stage, YardResource waitsFor, Set<YardResource> holds) {}

    /**
     * The proof: every unit of every awaited resource is held by a train that itself waits, so no unit can ever come free. Each waiting step counts,
     * also when another branch of its train still went on.
     */
    public boolean isProved() {
        var stuck = new HashSet<String>();
        waiting.forEach(w -> stuck.add(w.trainId()));
        return !waiting.isEmpty() && holders.values().stream().allMatch(stuck::containsAll);
    }

    /** The resources that are both held and awaited by stuck trains: the ring itself. */
    public Set<YardResource> ring() {
        return waiting.stream()
                .map(Waiting::waitsFor)
                .filter(r -> waiting.stream().anyMatch(w -> w.holds().contains(r)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
