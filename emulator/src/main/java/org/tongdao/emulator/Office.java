package org.tongdao.emulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** A far side over folders: shows every sent document to its {@link Answerer} once and delivers the answers when they are due. */
public final class Office implements FarSide {

    private final WireFolder wire;
    private final Answerer answerer;
    private final Set<String> seen = new HashSet<>();
    private final PriorityQueue<Answer> waiting =
            new PriorityQueue<>(Comparator.comparing(Answer::due).thenComparing(Answer::fileName));

    public Office(WireFolder wire, Answerer answerer) {
        this.wire = wire;
        this.answerer = answerer;
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        readNew();
        var next = waiting.peek();
        while (next != null && !next.due().isAfter(now)) {
            write(next);
            waiting.poll();
            next = waiting.peek();
        }
        return Optional.ofNullable(next).map(Answer::due);
    }

    private void readNew() {
        for (var document : wire.sent()) {
            if (seen.add(document.name().fileName())) {
                waiting.addAll(answerer.answer(document));
            }
        }
    }

    private void write(Answer answer) {
        if (!wire.answered(answer.fileName())) {
            wire.write(answer.fileName(), answer.content().get());
        }
    }
}
