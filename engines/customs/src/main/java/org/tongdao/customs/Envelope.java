package org.tongdao.customs;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Seals messages with an enveloped signature, SM2/SM3 (profile of 2022-04) or for older cards RSA/SHA-1, and opens sealed ones.
 *
 * <p>One signature covers up to 100 documents. Sealing the same message with the same key gives the same bytes. Opening is strict: see
 * {@link SignedReader}; what comes out is only what was signed.
 */
public final class Envelope {

    /** Cards issued from this day on, Beijing time, must use the new profile. */
    private static final Instant SM2_ONLY_SINCE = Instant.parse("2022-06-30T16:00:00Z");

    private Envelope() {}

    /** Writes and signs; the result is compact and must not be reformatted. */
    public static byte[] seal(CebMessage message, Signer signer) {
        if (!message.type().isSent()) {
            throw new IllegalArgumentException(message.type() + " is not signed by companies");
        }
        var parts = CebWriter.parts(message);
        var profile = signer.profile();
        var digest = Base64.getEncoder().encodeToString(profile.digest(parts.before(), parts.after()));
        byte[] signature = signer.sign(XmlText.utf8(SignatureParts.signedInfo(profile, digest)));
        var value = Base64.getEncoder().encodeToString(signature);
        return CebWriter.signed(parts, SignatureParts.element(digest, value, signer));
    }

    /**
     * Verifies a sealed message.
     *
     * @param source what to call it in findings
     * @param at when it counts: the certificate must be valid then
     */
    public static Opened open(String source, byte[] xml, Trust trust, Instant at) {
        try {
            var apart = SignedReader.read(xml);
            var signature = apart.signature();
            byte[] certificate = base64("X509Certificate", signature.certificate());
            if (!trust.accepts(certificate, at)) {
                return refused(
                        source,
                        "SIGN-CERTIFICATE-UNKNOWN",
                        signature.keyName(),
                        "The certificate is not one that counts here.");
            }
            byte[] digest = base64("DigestValue", signature.digest());
            if (!MessageDigest.isEqual(digest, signature.profile().digest(apart.content()))) {
                return refused(
                        source,
                        "SIGN-DIGEST",
                        signature.digest(),
                        "The content was changed after signing. Maybe it was pretty-printed.");
            }
            return verify(source, apart, certificate, at);
        } catch (XmlRefusedException e) {
            return new Opened(
                    Optional.empty(),
                    "",
                    List.of(Finding.error("SIGN-FORM", Place.row(source, e.line()), "", "Refused: " + e.getMessage())));
        }
    }

    private static Opened verify(String source, SignedReader.Apart apart, byte[] certificate, Instant at)
            throws XmlRefusedException {
        var signature = apart.signature();
        try {
            var holder = new X509CertificateHolder(certificate);
            if (!holder.isValidOn(Date.from(at))) {
                return refused(
                        source,
                        "SIGN-CERTIFICATE-EXPIRED",
                        signature.keyName(),
                        "The certificate is not valid at " + at + ".");
            }
            if (signature.profile() == SignatureProfile.RSA_SHA1
                    && !holder.getNotBefore().toInstant().isBefore(SM2_ONLY_SINCE)) {
                return refused(
                        source,
                        "SIGN-PROFILE-OLD",
                        signature.keyName(),
                        "Cards issued since 2022-07-01 sign with SM2 and SM3.");
            }
            byte[] value = base64("SignatureValue", signature.signatureValue());
            return signature.profile().verify(holder.getSubjectPublicKeyInfo(), signature.signedInfo(), value)
                    ? new Opened(Optional.of(apart.content()), signature.keyName(), List.of())
                    : refused(
                            source,
                            "SIGN-VALUE",
                            signature.keyName(),
                            "The signature does not belong to this content and this certificate.");
        } catch (IOException | IllegalArgumentException e) {
            return refused(
                    source,
                    "SIGN-CERTIFICATE",
                    signature.keyName(),
                    "The certificate cannot be used: " + e.getMessage());
        }
    }

    private static byte[] base64(String name, String text) throws XmlRefusedException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new XmlRefusedException(name + " is not base64", 0);
        }
    }

    private static Opened refused(String source, String rule, String value, String maybe) {
        return new Opened(Optional.empty(), "", List.of(Finding.error(rule, Place.of(source), value, maybe)));
    }
}
