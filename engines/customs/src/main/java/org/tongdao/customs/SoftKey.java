package org.tongdao.customs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.util.BigIntegers;

/**
 * An SM2 key in a file, with a certificate it issued to itself: for trying out, training and the emulator. Customs accepts only keys on cards.
 *
 * <p>The file holds a PKCS#8 key and an X.509 certificate, both PEM, and is created readable by its owner only. It belongs in no repository.
 */
public final class SoftKey implements Signer {

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final Duration VALID = Duration.ofDays(7300);

    private final ECPrivateKeyParameters key;
    private final byte[] certificate;
    private final String keyName;

    private SoftKey(ECPrivateKeyParameters key, X509CertificateHolder certificate) throws IOException {
        this.key = key;
        this.certificate = certificate.getEncoded();
        this.keyName = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /**
     * Reads the key file; when there is none, makes a key and writes it, once and whole, even when two processes try.
     *
     * @param validFrom when a fresh certificate begins to count, for twenty years
     */
    public static SoftKey openOrCreate(Path file, Instant validFrom, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                write(file, create(validFrom, random));
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the key file " + file + " cannot be opened: " + e.getMessage()
                            + ". Maybe it belongs to another user, or is no key of this program.",
                    e);
        }
    }

    /** A key that lives in memory only. */
    public static SoftKey create(Instant now, SecureRandom random) {
        var d = BigIntegers.createRandomInRange(BigInteger.ONE, Sm2.CURVE.getN().subtract(BigInteger.TWO), random);
        var key = new ECPrivateKeyParameters(d, Sm2.CURVE);
        try {
            return new SoftKey(key, issue(key, now));
        } catch (IOException e) {
            throw new IllegalStateException("a fresh certificate could not be encoded", e);
        }
    }

    @Override
    public byte[] sign(byte[] content) {
        return Sm2.sign(key, content);
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
        return SignatureProfile.SM2_SM3;
    }

    private static X509CertificateHolder issue(ECPrivateKeyParameters key, Instant now) throws IOException {
        var info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(Sm2.publicKey(key));
        var serial = new BigInteger(1, Sm2.sm3(info.getEncoded())).shiftRight(192);
        var name = new X500Name("CN=Tongdao soft key,OU=not accepted by customs");
        return new X509v3CertificateBuilder(name, serial, Date.from(now), Date.from(now.plus(VALID)), name, info)
                .build(new SelfSigner(key));
    }

    private static void write(Path file, SoftKey soft) throws IOException {
        var info = PrivateKeyInfoFactory.createPrivateKeyInfo(soft.key);
        var text = pem(KEY, info.getEncoded()) + pem(CERTIFICATE, soft.certificate);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var fresh = Files.createTempFile(folder, ".key", ".part", ownerOnly());
        Files.writeString(fresh, text, StandardOpenOption.WRITE);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was faster; its key counts
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        }
        Files.deleteIfExists(fresh);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }

    private static SoftKey read(String text) throws IOException {
        if (PrivateKeyFactory.createKey(part(text, KEY)) instanceof ECPrivateKeyParameters key) {
            return new SoftKey(
                    new ECPrivateKeyParameters(key.getD(), Sm2.CURVE),
                    new X509CertificateHolder(part(text, CERTIFICATE)));
        }
        throw new IOException("no SM2 key in the file");
    }

    private static String pem(String label, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static byte[] part(String text, String label) throws IOException {
        var begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IOException("no " + label + " in the file");
        }
        return Base64.getMimeDecoder()
                .decode(text.substring(from + begin.length(), to).getBytes(StandardCharsets.US_ASCII));
    }

    /** Signs the certificate with its own key. */
    private static final class SelfSigner implements ContentSigner {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final ECPrivateKeyParameters key;

        SelfSigner(ECPrivateKeyParameters key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            byte[] plain = Sm2.sign(key, content.toByteArray());
            try {
                return StandardDSAEncoding.INSTANCE.encode(
                        Sm2.CURVE.getN(), new BigInteger(1, plain, 0, 32), new BigInteger(1, plain, 32, 32));
            } catch (IOException e) {
                throw new IllegalStateException("a signature could not be encoded", e);
            }
        }
    }
}
