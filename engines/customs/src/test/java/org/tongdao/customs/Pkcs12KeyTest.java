package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;

/** Keys from files as offices hand them out, and both profiles of signatures from key to verdict. */
class Pkcs12KeyTest {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final Instant OLD = Instant.parse("2022-06-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void anSm2KeyOutOfAFileSealsWhatCustomsAccepts() throws Exception {
        var key = Pkcs12Key.read(file(sm2(), "SM3withSM2", NEW), PASSWORD);
        assertThat(key.profile()).isEqualTo(SignatureProfile.SM2_SM3);
        assertThat(key.sign(new byte[] {1})).hasSize(64);
        assertThat(opened(key)).isEmpty();
    }

    @Test
    void anOldRsaKeySealsInTheOldProfile() throws Exception {
        var key = Pkcs12Key.read(file(rsa(), "SHA256withRSA", OLD), PASSWORD);
        assertThat(key.profile()).isEqualTo(SignatureProfile.RSA_SHA1);
        assertThat(key.keyName()).isEqualTo("4D2");
        assertThat(opened(key)).isEmpty();
    }

    @Test
    void anRsaKeyIssuedSinceJuly2022IsRefused() throws Exception {
        var key = Pkcs12Key.read(file(rsa(), "SHA256withRSA", NEW), PASSWORD);
        assertThat(opened(key)).hasValue("SIGN-PROFILE-OLD");
    }

    @Test
    void aTamperedRsaMessageIsRefused() throws Exception {
        var key = Pkcs12Key.read(file(rsa(), "SHA256withRSA", OLD), PASSWORD);
        var text = new String(Envelope.seal(Samples.lists(2), key), java.nio.charset.StandardCharsets.UTF_8);
        var changed = XmlText.utf8(text.replaceFirst("<ceb:appStatus>2", "<ceb:appStatus>1"));
        assertThat(changed).isNotEqualTo(XmlText.utf8(text));
        var verdict = Envelope.open("x", changed, Trust.whoeverSigned(), NEW);
        assertThat(verdict.findings()).extracting(f -> f.rule()).containsExactly("SIGN-DIGEST");
    }

    @Test
    void aWrongPasswordIsSaidInWords() throws Exception {
        byte[] file = file(sm2(), "SM3withSM2", NEW);
        assertThatThrownBy(() -> Pkcs12Key.read(file, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password");
    }

    @Test
    void whatIsNoKeyFileIsSaidInWords() {
        assertThatThrownBy(() -> Pkcs12Key.read(new byte[] {1, 2, 3}, PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PKCS #12");
    }

    @Test
    void aKeyOfAnotherCurveIsRefused() throws Exception {
        var curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] file = file(curve.generateKeyPair(), "SHA256withECDSA", NEW);
        assertThatThrownBy(() -> Pkcs12Key.read(file, PASSWORD)).hasMessageContaining("neither SM2 nor RSA");
    }

    @Test
    void aSignatureIsTriedAgainstItsCertificate() throws Exception {
        var key = Pkcs12Key.read(file(sm2(), "SM3withSM2", NEW), PASSWORD);
        byte[] signature = key.sign(new byte[] {7});
        assertThat(key.profile().holds(key.certificate(), new byte[] {7}, signature))
                .isTrue();
        assertThat(key.profile().holds(Samples.KEY.certificate(), new byte[] {7}, signature))
                .isFalse();
        assertThat(SignatureProfile.of(Samples.KEY.certificate())).isEqualTo(SignatureProfile.SM2_SM3);
    }

    private static Optional<String> opened(Signer key) {
        byte[] sealed = Envelope.seal(Samples.lists(2), key);
        return Envelope.open("x", sealed, Trust.only(key.certificate()), NEW.plus(Duration.ofDays(1)))
                .findings()
                .stream()
                .map(f -> f.rule())
                .findFirst();
    }

    private static KeyPair sm2() throws Exception {
        var curve = KeyPairGenerator.getInstance("EC", BC);
        curve.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
        return curve.generateKeyPair();
    }

    private static KeyPair rsa() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        return rsa.generateKeyPair();
    }

    private static byte[] file(KeyPair pair, String algorithm, Instant from) throws Exception {
        var name = new X500Name("CN=test");
        var certificate = new X509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(1234),
                        Date.from(from),
                        Date.from(from.plus(Duration.ofDays(3650))),
                        name,
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(provider(algorithm))
                        .build(pair.getPrivate()));
        return pfx(PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()), certificate);
    }

    private static java.security.Provider provider(String algorithm) {
        return algorithm.contains("SM2") ? BC : java.security.Security.getProviders("Signature." + algorithm)[0];
    }

    private static byte[] pfx(PrivateKeyInfo key, X509CertificateHolder certificate) throws Exception {
        var aes = NISTObjectIdentifiers.id_aes256_CBC;
        var locked = new JcePKCSPBEOutputEncryptorBuilder(aes).setProvider(BC);
        var id = new org.bouncycastle.asn1.DEROctetString(new byte[] {1});
        var keyBag = new PKCS12SafeBagBuilder(key, locked.build(PASSWORD))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, (ASN1Encodable) id)
                .build();
        var certificateBag = new PKCS12SafeBagBuilder(certificate).build();
        return new PKCS12PfxPduBuilder()
                .addData(keyBag)
                .addEncryptedData(locked.build(PASSWORD), new PKCS12SafeBag[] {certificateBag})
                .build(new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256).setProvider(BC), PASSWORD)
                .getEncoded();
    }
}
