package org.tongdao.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.customs.CebMessage;
import org.tongdao.platform.WorkStopped;

/** All keys of the company, asked in their order: the first that answers signs. */
final class KeyRing {

    private final List<RingKey> keys;
    private final OutOfServiceFile aside;

    KeyRing(List<RingKey> keys, OutOfServiceFile aside) {
        this.keys = List.copyOf(keys);
        this.aside = aside;
    }

    /**
     * Seals with the first key in service that can; a key that failed a moment ago is left out.
     *
     * @throws WorkStopped when none can: the message stays where it is and is sealed later
     */
    Sealed seal(CebMessage message, Instant at) {
        var order = new ArrayList<RingKey>();
        inService().filter(k -> k.trouble().isEmpty()).forEach(order::add);
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
     * Returns when all keys in service are well; else says which is not, and whether another signs meanwhile. A certificate that runs out within thirty days counts as
     * not well, though it signs.
     */
    void watch(Instant at) {
        var serving = inService().toList();
        var ill = serving.stream().filter(k -> k.trouble().isPresent()).toList();
        if (ill.size() == serving.size()) {
            throw none();
        }
        if (!ill.isEmpty()) {
            var first = ill.get(0).trouble().orElseThrow();
            throw new WorkStopped(first.rule(), first.value(), "another key signs meanwhile; " + first.maybe(), first);
        }
        serving.forEach(key -> key.certificate().ifPresent(held -> expiring(key.name(), held, at)));
    }

    private static void expiring(String name, KeyCertificate held, Instant at) {
        if (held.endsSoon(at)) {
            throw new WorkStopped(
                    "KEY-EXPIRES",
                    name + ": " + held.until(),
                    "the certificate runs out in "
                            + held.daysLeft(at)
                            + " days and nothing is signed with it after that; apply for the next one and set it up beside this key");
        }
    }

    /** How each key stands, in the order they are asked. */
    List<KeyState> states() {
        return keys.stream().map(key -> key.state(aside.find(key.name()))).toList();
    }

    /** Asks one key now and tells how it stands; empty when there is none of that name. */
    Optional<KeyState> probe(String name) {
        return find(name).map(key -> {
            key.probe();
            return key.state(aside.find(name));
        });
    }

    /** Puts a key aside. The last one that can sign stays: without it nothing would be declared. */
    synchronized KeyTurn takeOut(OutOfService out) {
        if (find(out.key()).isEmpty()) {
            return KeyTurn.UNKNOWN;
        }
        if (aside.find(out.key()).isPresent()) {
            return KeyTurn.ALREADY;
        }
        boolean another = inService()
                .anyMatch(k -> !k.name().equals(out.key()) && k.trouble().isEmpty());
        if (!another) {
            return KeyTurn.LAST;
        }
        return aside.add(out) ? KeyTurn.DONE : KeyTurn.ALREADY;
    }

    synchronized KeyTurn putBack(String name) {
        if (find(name).isEmpty()) {
            return KeyTurn.UNKNOWN;
        }
        return aside.remove(name) ? KeyTurn.DONE : KeyTurn.ALREADY;
    }

    private Optional<RingKey> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private Stream<RingKey> inService() {
        return keys.stream().filter(key -> aside.find(key.name()).isEmpty());
    }

    private WorkStopped none() {
        return inService()
                .flatMap(k -> k.trouble().stream())
                .findFirst()
                .map(t -> new WorkStopped(
                        t.rule(),
                        t.value(),
                        "nothing is signed; what waits is sent by itself as soon as a key answers; " + t.maybe(),
                        t))
                .orElseGet(this::nobody);
    }

    private WorkStopped nobody() {
        return keys.isEmpty()
                ? new WorkStopped("KEY-NONE", "", "no key is set up; see docs/formats/keys.md")
                : new WorkStopped(
                        "KEY-OUT",
                        keys.size() + "",
                        "every key is out of service; put one back under Administration, Signing keys");
    }
}
