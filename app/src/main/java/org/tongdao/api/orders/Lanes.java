package org.tongdao.api.orders;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;

/**
 * Group commit: while one transaction of a key is on its way to the disk, the calls that come meanwhile gather and go together in the next. A lone call
 * waits for nobody. When a group fails, its calls are tried one by one, so that one of them cannot spoil the others.
 */
@Component
class Lanes {

    private static final int MOST_IN_GROUP = 64;
    private static final int MOST_WAITING = 2_000;

    private record Waiting(Request request, CompletableFuture<Answer> answer) {}

    private final Group group;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "orders");
        thread.setDaemon(true);
        return thread;
    });

    Lanes(Group group) {
        this.group = group;
    }

    /** The answer when it is on disk; empty when too many wait already. */
    Optional<CompletableFuture<Answer>> put(Request request) {
        var lane = lanes.computeIfAbsent(
                request.key().id(), id -> new Lane(request.key().tenant()));
        return lane.put(request);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private final class Lane {
        private final int tenant;
        private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicBoolean busy = new AtomicBoolean();

        private Lane(int tenant) {
            this.tenant = tenant;
        }

        private Optional<CompletableFuture<Answer>> put(Request request) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return Optional.empty();
            }
            var answer = new CompletableFuture<Answer>();
            queue.add(new Waiting(request, answer));
            go();
            return Optional.of(answer);
        }

        private void go() {
            if (!queue.isEmpty() && busy.compareAndSet(false, true)) {
                threads.execute(this::drain);
            }
        }

        private void drain() {
            try {
                for (var next = next(); !next.isEmpty(); next = next()) {
                    serve(next);
                }
            } finally {
                busy.set(false);
                go();
            }
        }

        private List<Waiting> next() {
            var next = new ArrayList<Waiting>();
            while (next.size() < MOST_IN_GROUP) {
                var one = queue.poll();
                if (one == null) {
                    break;
                }
                next.add(one);
            }
            waiting.addAndGet(-next.size());
            return next;
        }

        private void serve(List<Waiting> calls) {
            try {
                var answers = Tenancy.as(
                        tenant,
                        () -> group.store(calls.stream().map(Waiting::request).toList()));
                for (int i = 0; i < calls.size(); i++) {
                    calls.get(i).answer().complete(answers.get(i));
                }
            } catch (RuntimeException | Error e) {
                if (calls.size() == 1) {
                    calls.get(0).answer().completeExceptionally(e);
                } else {
                    calls.forEach(call -> serve(List.of(call)));
                }
            }
        }
    }
}
