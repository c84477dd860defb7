package org.tongdao.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;

/** Gathers the lifts of one document, so that one event tells of all containers that changed between the same two trains. */
final class Lifts {

    private record Between(String node, long from, long to) {}

    private record Lift(long containerId, Instant at) {}

    private final TreeMap<Between, List<Lift>> lifts = new TreeMap<>(
            Comparator.comparing(Between::node).thenComparing(Between::from).thenComparing(Between::to));

    void add(String node, long from, long to, long containerId, Instant at) {
        lifts.computeIfAbsent(new Between(node, from, to), k -> new ArrayList<>())
                .add(new Lift(containerId, at));
    }

    void publish(ApplicationEventPublisher publisher) {
        lifts.forEach((between, done) -> publisher.publishEvent(new TrainTransloaded(
                done.stream().map(Lift::containerId).toList(),
                between.node(),
                between.from(),
                between.to(),
                done.stream().map(Lift::at).max(Comparator.naturalOrder()).orElseThrow())));
    }
}
