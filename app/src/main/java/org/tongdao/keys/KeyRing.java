package org.tongdao.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.CebMessage;
import org.tongdao.platform.WorkStopped;

/** All keys of the company, asked in their order: the first that answers signs. */
final class KeyRing {

    /** A new certificate takes weeks to get. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private final List<RingKey> keys;

    KeyRing(List<RingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Seals with the first key that can; a key that failed a moment ago is asked last.
     *
     * @throws WorkStopped when none can: the message stays where it is and is sealed later
     */
    Sealed seal(CebMessage message, Instant at) {
        var order = new ArrayList<RingKey>();
        keys.stream().filter(k -> k.trouble().isEmpty()).forEach(order::add);
        if (order.isEmpty()) {
            throw none();
        }
        for (var key : order) {
            try {
                return key.seal(message, at);
            } catch (WorkStopped e) {
                // noted at the key; the next one is asked
            }
        }
        throw none();
    }

    /**
     * Returns when all keys are well; else says which is not, and whether another signs meanwhile. A certificate that runs out within thirty days counts as
     * not well, though it signs.
     */
    void watch(Instant at) {
        var ill = keys.stream().filter(k -> k.trouble().isPresent()).toList();
        if (ill.size() == keys.size()) {
            throw none();
        }
        if (!ill.isEmpty()) {
            var first = ill.get(0).trouble().orElseThrow();
            throw new WorkStopped(first.rule(), first.value(), "another key signs meanwhile; " + first.maybe(), first);
        }
        keys.forEach(key -> key.validUntil().ifPresent(until -> expiring(key.name(), until, at)));
    }

    private static void expiring(String name, Instant until, Instant at) {
        if (until.isBefore(at.plus(NOTICE))) {
            throw new WorkStopped(
                    "KEY-EXPIRES",
                    name + ": " + until,
                    "the certificate runs out in "
                            + Math.max(0, Duration.between(at, until).toDays())
                            + " days and nothing is signed with it after that; apply for the next one and set it up beside this key");
        }
    }

    /** How each key stands, in the order they are asked. */
    List<KeyState> states() {
        return keys.stream().map(RingKey::state).toList();
    }

    private WorkStopped none() {
        return keys.stream()
                .flatMap(k -> k.trouble().stream())
                .findFirst()
                .map(t -> new WorkStopped(
                        t.rule(),
                        t.value(),
                        "nothing is signed; what waits is sent by itself as soon as a key answers; " + t.maybe(),
                        t))
                .orElseGet(() -> new WorkStopped("KEY-NONE", "", "no key is set up; see docs/formats/keys.md"));
    }
}
