package org.tongdao.console.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down guessing: after five failures for a name from one address, that pair waits. Bounded memory; forgotten at restart. */
@Component
class SignInLimit {

    static final int FREE_FAILURES = 5;
    static final Duration WAIT = Duration.ofMinutes(5);
    private static final int KEPT = 10_000;

    private record Failures(int count, long lastNanos) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEPT;
        }
    };

    synchronized boolean blocks(String key) {
        Failures seen = failures.get(key);
        if (seen == null) {
            return false;
        }
        if (System.nanoTime() - seen.lastNanos() > WAIT.toNanos()) {
            failures.remove(key);
            return false;
        }
        return seen.count() >= FREE_FAILURES;
    }

    synchronized void failed(String key) {
        Failures seen = failures.remove(key);
        failures.put(key, new Failures(seen == null ? 1 : seen.count() + 1, System.nanoTime()));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
