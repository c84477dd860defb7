package org.tongdao.keys;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.tongdao.customs.SignatureProfile;
import org.tongdao.customs.Signer;

/**
 * The certificate that belongs to a key, as the key answered it.
 *
 * @param number as it stands in {@code KeyName}
 * @param holder common name of its subject, else the whole subject
 * @param profile algorithms that it is for
 * @param from first instant at which it counts
 * @param until last instant at which it counts
 */
public record KeyCertificate(String number, String holder, SignatureProfile profile, Instant from, Instant until) {

    /** A new certificate takes weeks to get. */
    static final Duration NOTICE = Duration.ofDays(30);

    static KeyCertificate of(Signer signer) {
        return new KeyCertificate(
                signer.keyName(),
                holder(signer.certificate()),
                signer.profile(),
                signer.validFrom(),
                signer.validUntil());
    }

    /** Whole days for which it still counts, 0 when it counts no more. */
    public long daysLeft(Instant at) {
        return Math.max(0, Duration.between(at, until).toDays());
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(until);
    }

    /** Whether it is time to apply for the next one. */
    public boolean endsSoon(Instant at) {
        return until.isBefore(at.plus(NOTICE));
    }

    private static String holder(byte[] certificate) {
        try {
            var subject = new X509CertificateHolder(certificate).getSubject();
            var names = subject.getRDNs(BCStyle.CN);
            return names.length == 0
                    ? subject.toString()
                    : IETFUtils.valueToString(names[0].getFirst().getValue());
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate cannot be read. Maybe it is not DER.", e);
        }
    }
}
