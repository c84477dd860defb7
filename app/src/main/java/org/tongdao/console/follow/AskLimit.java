package org.tongdao.console.follow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One address in the network may ask twenty times an hour. Bounded memory; forgotten at restart. */
@Component
class AskLimit {

    static final int MOST = 20;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int KEPT = 10_000;

    private record Asked(int count, long sinceNanos) {}

    private final Map<String, Asked> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > KEPT;
        }
    };

    /** Counts a wish; false when it is one too many. */
    synchronized boolean allows(String from, long nowNanos) {
        Asked before = asked.get(from);
        if (before == null || nowNanos - before.sinceNanos() > HOUR_NANOS) {
            asked.put(from, new Asked(1, nowNanos));
            return true;
        }
        asked.put(from, new Asked(Math.min(before.count(), MOST) + 1, before.sinceNanos()));
        return before.count() < MOST;
    }
}
