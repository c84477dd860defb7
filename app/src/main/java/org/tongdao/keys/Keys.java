package org.tongdao.keys;

import java.time.Instant;
import java.util.List;
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

    private KeyRing ring() {
        return (tenants.isTraining() ? practice : company).ring();
    }
}
