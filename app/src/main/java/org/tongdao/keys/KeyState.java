package org.tongdao.keys;

import org.jspecify.annotations.Nullable;
import org.tongdao.platform.WorkStopped;

/**
 * How a key stands.
 *
 * @param kind soft, pkcs12, smart-key, agent or pkcs11
 * @param certificate absent until it answered
 */
public record KeyState(String name, String kind, @Nullable KeyCertificate certificate, KeyUse use, KeyHealth health) {

    /** A list of keys that cannot be read, shown as one key that is not well. */
    public static KeyState unreadable(WorkStopped why) {
        return new KeyState(
                "signers.csv",
                "",
                null,
                new KeyUse(0, 0, 0, null),
                new KeyHealth(why.rule(), why.value(), why.maybe(), null));
    }

    public boolean isWell() {
        return health.isWell();
    }

    /** Whether it would be asked for a signature now. */
    public boolean canSign() {
        return isWell() && use.isInService();
    }
}
