package org.tongdao.customs;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * A key out of a PKCS #12 file (.p12, .pfx), SM2 or RSA, with its certificate. Java's own reader knows no SM2, so the file is taken apart here.
 *
 * <p>The first private key of the file counts, and the certificate that belongs to it.
 */
public final class Pkcs12Key implements Signer {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private final Raw raw;
    private final byte[] certificate;
    private final String keyName;
    private final SignatureProfile profile;

    private Pkcs12Key(Raw raw, X509CertificateHolder certificate) throws IOException {
        this.raw = raw;
        this.certificate = certificate.getEncoded();
        this.keyName = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        this.profile = SignatureProfile.of(this.certificate);
    }

    /** What signs: the private key behind a method. */
    private interface Raw {
        byte[] sign(byte[] content);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException in words: a wrong password, no key in it, a key that is neither SM2 nor RSA
     */
    public static Pkcs12Key read(byte[] file, char[] password) {
        try {
            var pfx = new PKCS12PfxPdu(file);
            if (pfx.hasMac()
                    && !pfx.isMacValid(new JcePKCS12MacCalculatorBuilderProvider().setProvider(BC), password)) {
                throw new IllegalArgumentException("the password does not open the key file");
            }
            return of(
                    pfx,
                    new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(BC)
                            .build(password));
        } catch (IOException | PKCSException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "the key file cannot be read. Maybe it is no PKCS #12 file (.p12, .pfx).", e);
        }
    }

    @Override
    public byte[] sign(byte[] content) {
        return raw.sign(content);
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public String keyName() {
        return keyName;
    }

    @Override
    public SignatureProfile profile() {
        return profile;
    }

    private static Pkcs12Key of(PKCS12PfxPdu pfx, InputDecryptorProvider secret) throws PKCSException, IOException {
        var keys = new ArrayList<PrivateKeyInfo>();
        var certificates = new ArrayList<X509CertificateHolder>();
        for (var content : pfx.getContentInfos()) {
            boolean encrypted = content.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
            var bags = encrypted ? new PKCS12SafeBagFactory(content, secret) : new PKCS12SafeBagFactory(content);
            for (var bag : bags.getSafeBags()) {
                var value = bag.getBagValue();
                if (value instanceof PKCS8EncryptedPrivateKeyInfo locked) {
                    keys.add(locked.decryptPrivateKeyInfo(secret));
                } else if (value instanceof PrivateKeyInfo open) {
                    keys.add(open);
                } else if (value instanceof X509CertificateHolder certificate) {
                    certificates.add(certificate);
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no private key in the key file");
        }
        var raw = raw(keys.get(0));
        return new Pkcs12Key(raw, belonging(raw, certificates));
    }

    /** The certificate whose key verifies what the private key signs. */
    private static X509CertificateHolder belonging(Raw raw, List<X509CertificateHolder> certificates)
            throws IOException {
        byte[] probe = {1, 2, 3};
        byte[] signature = raw.sign(probe);
        for (var certificate : certificates) {
            try {
                if (SignatureProfile.of(certificate.getEncoded()).holds(certificate.getEncoded(), probe, signature)) {
                    return certificate;
                }
            } catch (IllegalArgumentException e) {
                // the certificate of another kind of key, such as an issuer's
            }
        }
        throw new IllegalArgumentException("no certificate in the key file belongs to its private key");
    }

    private static Raw raw(PrivateKeyInfo info) throws IOException {
        if (info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            var key = rsa(info);
            return content -> rsaSign(key, content);
        }
        if (PrivateKeyFactory.createKey(info) instanceof ECPrivateKeyParameters key
                && key.getParameters().getCurve().equals(Sm2.CURVE.getCurve())) {
            var sm2 = new ECPrivateKeyParameters(key.getD(), Sm2.CURVE);
            return content -> Sm2.sign(sm2, content);
        }
        throw new IllegalArgumentException("the key in the key file is neither SM2 nor RSA");
    }

    private static PrivateKey rsa(PrivateKeyInfo info) throws IOException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the RSA key in the key file cannot be used", e);
        }
    }

    private static byte[] rsaSign(PrivateKey key, byte[] content) {
        try {
            var signature = Signature.getInstance("SHA1withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the RSA key does not sign", e);
        }
    }
}
