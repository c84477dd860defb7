package org.tongdao.customs;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Which algorithms a signature is made with (customs specification of 2022-05, ch. 6). Cards issued since 2022-07-01 must use SM2 with SM3; older cards
 * hold an RSA key and sign with SHA-1 until they run out.
 */
public enum SignatureProfile {
    /** SM2 over SM3, user id {@code 1234567812345678}; the signature is r‖s, 64 bytes. */
    SM2_SM3("http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3", "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3") {
        @Override
        byte[] digest(byte[]... parts) {
            return Sm2.sm3(parts);
        }

        @Override
        boolean verify(SubjectPublicKeyInfo key, byte[] content, byte[] signature) {
            return Sm2.verify(Sm2.publicKey(key), content, signature);
        }
    },
    /** RSA (PKCS #1 v1.5) over SHA-1, cards issued before 2022-07-01. */
    RSA_SHA1("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1") {
        @Override
        byte[] digest(byte[]... parts) {
            try {
                var sha1 = MessageDigest.getInstance("SHA-1");
                Arrays.stream(parts).forEach(sha1::update);
                return sha1.digest();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no SHA-1", e);
            }
        }

        @Override
        boolean verify(SubjectPublicKeyInfo key, byte[] content, byte[] signature) {
            try {
                var verifier = Signature.getInstance("SHA1withRSA");
                verifier.initVerify(rsa(key));
                verifier.update(content);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    };

    private final String method;
    private final String digestMethod;

    SignatureProfile(String method, String digestMethod) {
        this.method = method;
        this.digestMethod = digestMethod;
    }

    abstract byte[] digest(byte[]... parts);

    abstract boolean verify(SubjectPublicKeyInfo key, byte[] content, byte[] signature);

    /** The URI of the signature method. */
    public String method() {
        return method;
    }

    /** The URI of the digest method that goes with it. */
    public String digestMethod() {
        return digestMethod;
    }

    /**
     * Whether a signature over these bytes belongs to this certificate: what a key made is tried before it is believed.
     *
     * @param certificate DER
     */
    public boolean holds(byte[] certificate, byte[] content, byte[] signature) {
        return verify(key(certificate), content, signature);
    }

    /**
     * Probes the algorithm by the certificate's key.
     *
     * @param certificate DER
     * @throws IllegalArgumentException when the key is neither SM2 nor RSA
     */
    public static SignatureProfile of(byte[] certificate) {
        var key = key(certificate);
        if ("1.2.840.113549.1.1.1".equals(key.getAlgorithm().getAlgorithm().getId())) {
            return RSA_SHA1;
        }
        Sm2.publicKey(key);
        return SM2_SM3;
    }

    static Optional<SignatureProfile> ofMethod(String uri) {
        return Arrays.stream(values()).filter(p -> p.method.equals(uri)).findFirst();
    }

    private static SubjectPublicKeyInfo key(byte[] certificate) {
        try {
            return new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("the certificate cannot be read", e);
        }
    }

    private static RSAPublicKey rsa(SubjectPublicKeyInfo key) throws GeneralSecurityException {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
