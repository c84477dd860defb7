package org.tongdao.customs;

import java.time.Instant;
import java.util.Arrays;

/**
 * Which certificates count. A signature shows that a key holder signed; whose word is taken is decided here, by the whole certificate, never by a name
 * in it or by what the message says of itself.
 */
@FunctionalInterface
public interface Trust {

    /** Whether a certificate (DER) counts at this instant. */
    boolean accepts(byte[] certificate, Instant at);

    /** Only these certificates count. */
    static Trust only(byte[]... certificates) {
        return (certificate, at) -> Arrays.stream(certificates).anyMatch(c -> Arrays.equals(c, certificate));
    }

    /** Whoever signed: shows that the message is whole, not who sent it. For desks that look at strangers' files. */
    static Trust whoeverSigned() {
        return (certificate, at) -> true;
    }
}
