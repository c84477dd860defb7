package org.tongdao.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.customs.CebMessage;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.TenantList;
import org.tongdao.platform.WorkStopped;

/**
 * The company's keys. Their list is read again when its file changes, so that a key can be added while the work goes on. Who practises signs with a soft
 * key that is good for nothing else.
 */
@Component
public class Keys {

    private final KeyShelf company;
    private final KeyShelf practice;
    private final TenantList tenants;

    Keys(PlatformSettings settings, TenantList tenants) {
        var folder = settings.home().resolve("keys");
        this.company = new KeyShelf(new KeyFile(folder));
        this.practice = new KeyShelf(new KeyFile(folder.resolve("training")));
        this.tenants = tenants;
    }

    /**
     * Seals a message with the first key that can, and tries the seal before it is given out.
     *
     * @param at when it must hold: the work clock
     * @throws WorkStopped when no key answers; nothing has happened then
     */
    public Sealed seal(CebMessage message, Instant at) {
        return ring().seal(message, at);
    }

    /**
     * Looks after the keys; asks each at most every ten seconds.
     *
     * @param at the work clock
     * @throws WorkStopped when one of them is not well or its certificate runs out within thirty days
     */
    public void watch(Instant at) {
        ring().watch(at);
    }

    /**
     * How each key stands, in the order they are asked; asks each at most every ten seconds.
     *
     * @throws WorkStopped when the list of keys cannot be read
     */
    public List<KeyState> states() {
        return ring().states();
    }

    /** The same for people: a list of keys that cannot be read is shown as one key that is not well. */
    public List<KeyState> shown() {
        try {
            return states();
        } catch (WorkStopped e) {
            return List.of(KeyState.unreadable(e));
        }
    }

    /**
     * Asks one key now, however short ago it was asked; empty when there is none of that name. A PIN that was refused is not tried again.
     *
     * @throws WorkStopped when the list of keys cannot be read
     */
    public Optional<KeyState> probe(String name) {
        return ring().probe(name);
    }

    /**
     * Puts a key aside, on this node and after a restart too.
     *
     * @throws WorkStopped when the list of keys cannot be read
     */
    public KeyTurn takeOut(OutOfService out) {
        return ring().takeOut(out);
    }

    /** Lets a key that was put aside sign again. */
    public KeyTurn putBack(String name) {
        return ring().putBack(name);
    }

    private KeyRing ring() {
        return (tenants.isTraining() ? practice : company).ring();
    }
}
