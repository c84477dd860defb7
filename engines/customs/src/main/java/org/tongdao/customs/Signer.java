package org.tongdao.customs;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A key that can sign in the name of a company: a soft key here, a smart key, card or HSM elsewhere. The private key never leaves it.
 *
 * <p>Implementations may block (a smart key signs about 250 times a minute) and may fail with an unchecked exception; a message holds up to 100
 * documents under one signature, so batch.
 */
public interface Signer {

    /**
     * Signs as the {@link #profile} says.
     *
     * @param content the bytes to be signed, not their digest
     * @return r and s, 32 bytes each (SM2), or the RSA signature
     */
    byte[] sign(byte[] content);

    /** The certificate that belongs to the key, DER. */
    byte[] certificate();

    /** Number of the certificate as it stands in {@code KeyName}. */
    String keyName();

    /**
     * Last instant at which the certificate counts.
     *
     * @throws IllegalArgumentException when the certificate cannot be read
     */
    default Instant validUntil() {
        return certificateHeld().getNotAfter().toInstant();
    }

    /**
     * First instant at which the certificate counts.
     *
     * @throws IllegalArgumentException when the certificate cannot be read
     */
    default Instant validFrom() {
        return certificateHeld().getNotBefore().toInstant();
    }

    /** Whether customs takes a signature of that time. */
    default boolean countsAt(Instant at) {
        return certificateHeld().isValidOn(Date.from(at));
    }

    /** The algorithms of this key, by its certificate. */
    default SignatureProfile profile() {
        return SignatureProfile.of(certificate());
    }

    private X509CertificateHolder certificateHeld() {
        try {
            return new X509CertificateHolder(certificate());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the certificate of " + keyName() + " cannot be read. Maybe it is not DER.", e);
        }
    }
}
