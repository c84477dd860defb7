package org.tongdao.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.Pkcs12Key;
import org.tongdao.customs.Signer;
import org.tongdao.customs.SoftKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The key of the commands that sign: a soft key of ours, or a PKCS #12 file with its password beside. */
final class KeyOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--key",
            defaultValue = "var/keys/customs-sm2.pem",
            description = "soft key (.pem), made when it is not there, or PKCS #12 file (.p12, .pfx)"
                    + " (default: ${DEFAULT-VALUE})")
    private Path key = Path.of("");

    @Option(names = "--secret-file", description = "file with the password of a PKCS #12 file")
    private @Nullable Path secretFile;

    /** The key, which must count at that time: customs refuses what an expired certificate signs. */
    Signer signer(Instant at) {
        var signer = isPkcs12(key) ? pkcs12() : SoftKey.openOrCreate(key, Desk.SOFT_KEY_FROM, new SecureRandom());
        if (!signer.countsAt(at)) {
            throw new IllegalStateException(
                    "the certificate of " + key + " counts from " + signer.validFrom() + " to " + signer.validUntil()
                            + ", not on " + at + "; customs would refuse the signature. Take the key that follows it.");
        }
        return signer;
    }

    private static boolean isPkcs12(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx)");
    }

    private Signer pkcs12() {
        if (secretFile == null) {
            throw wrong(key + " is locked: name the file with its password by --secret-file");
        }
        var password = new String(bytes(secretFile), StandardCharsets.UTF_8).strip();
        try {
            return Pkcs12Key.read(bytes(key), password.toCharArray());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw wrong("there is no file " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ". Maybe it belongs to another user.", e);
        }
    }

    private ParameterException wrong(String why) {
        if (spec == null) {
            throw new IllegalStateException(why);
        }
        return new ParameterException(spec.commandLine(), why);
    }
}
