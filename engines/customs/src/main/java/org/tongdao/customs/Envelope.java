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
 * Seals messages with an enveloped signature in the SM2/SM3 profile of 2022-04 and opens sealed ones.
 *
 * <p>One signature covers up to 100 documents. Sealing the same message with the same key gives the same bytes. Opening is strict: see
 * {@link SignedReader}; what comes out is only what was signed.
 */
public final class Envelope {

    private Envelope() {}

    /** Writes and signs; the result is compact and must not be reformatted. */
    public static byte[] seal(CebMessage message, Signer signer) {
        if (!message.type().isSent()) {
            throw new IllegalArgumentException(message.type() + " is not signed by companies");
        }
        var parts = CebWriter.parts(message);
        var digest = Base64.getEncoder().encodeToString(Sm2.sm3(parts.before(), parts.after()));
        byte[] signature = signer.sign(XmlText.utf8(SignatureParts.signedInfo(digest)));
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
            if (!MessageDigest.isEqual(digest, Sm2.sm3(apart.content()))) {
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
            var key = Sm2.publicKey(holder.getSubjectPublicKeyInfo());
            byte[] value = base64("SignatureValue", signature.signatureValue());
            return Sm2.verify(key, signature.signedInfo(), value)
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
