package org.tongdao.customs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 signatures over SM3 (GB/T 32918.2) in the plain form r‖s.
 *
 * <p>The secret number of a signature is derived from key and content (as RFC 6979 does, with HMAC-SM3): the same content always has the same
 * signature, so a message built again after a crash has the same bytes (I-14), and no weak random source can give the key away.
 */
final class Sm2 {

    static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 32;

    private Sm2() {}

    static byte[] sm3(byte[]... parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    static byte[] sign(ECPrivateKeyParameters key, byte[] content) {
        var n = CURVE.getN();
        byte[] hash = sm3(identity(publicKey(key)), content);
        var e = new BigInteger(1, hash);
        var numbers = new HMacDSAKCalculator(new SM3Digest());
        numbers.init(n, key.getD(), hash);
        while (true) {
            var k = numbers.nextK();
            var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
            var r = e.add(point.getAffineXCoord().toBigInteger()).mod(n);
            var inverse = BigIntegers.modOddInverse(n, key.getD().add(BigInteger.ONE));
            var s = k.subtract(r.multiply(key.getD())).multiply(inverse).mod(n);
            if (r.signum() != 0 && s.signum() != 0 && !r.add(k).equals(n)) {
                return XmlText.join(BigIntegers.asUnsignedByteArray(SIZE, r), BigIntegers.asUnsignedByteArray(SIZE, s));
            }
        }
    }

    static boolean verify(ECPublicKeyParameters key, byte[] content, byte[] signature) {
        if (signature.length != 2 * SIZE) {
            return false;
        }
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(false, new ParametersWithID(key, USER));
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }

    static ECPublicKeyParameters publicKey(ECPrivateKeyParameters key) {
        var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), key.getD());
        return new ECPublicKeyParameters(point, CURVE);
    }

    /** The SM2 key of a certificate; another curve or algorithm is refused. */
    static ECPublicKeyParameters publicKey(SubjectPublicKeyInfo info) {
        try {
            if (PublicKeyFactory.createKey(info) instanceof ECPublicKeyParameters key
                    && key.getParameters().getCurve().equals(CURVE.getCurve())) {
                return key;
            }
        } catch (java.io.IOException | RuntimeException e) {
            throw new IllegalArgumentException("the certificate's key cannot be read", e);
        }
        throw new IllegalArgumentException("the certificate's key is not an SM2 key");
    }

    /** Z: who signs, as a digest of the user id, the curve and the public key. */
    private static byte[] identity(ECPublicKeyParameters key) {
        byte[] bits = {(byte) (USER.length * 8 >> 8), (byte) (USER.length * 8)};
        var g = CURVE.getG();
        var q = key.getQ().normalize();
        return sm3(
                bits,
                USER,
                bytes(CURVE.getCurve().getA()),
                bytes(CURVE.getCurve().getB()),
                bytes(g.getAffineXCoord()),
                bytes(g.getAffineYCoord()),
                bytes(q.getAffineXCoord()),
                bytes(q.getAffineYCoord()));
    }

    private static byte[] bytes(ECFieldElement element) {
        return element.getEncoded();
    }
}
