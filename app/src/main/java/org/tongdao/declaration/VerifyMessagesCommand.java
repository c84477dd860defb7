package org.tongdao.declaration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Trust;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs verify FILE…}: says whether signatures hold. */
@Command(name = "verify", description = "verify the signatures of messages, strictly", mixinStandardHelpOptions = true)
final class VerifyMessagesCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "signed messages")
    private List<Path> files = List.of();

    @Option(
            names = "--key",
            description =
                    "file with the only certificate that counts, PEM: a certificate or a soft key (default: whoever signed)")
    private @Nullable Path key;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var now = Clock.systemUTC().instant();
        var trust = key == null ? Trust.whoeverSigned() : Trust.only(certificate(key));
        var findings = new ArrayList<Finding>();
        MessageFiles.each(files, findings, (file, content) -> {
            var opened = Envelope.open(file.toString(), content, trust, now);
            findings.addAll(opened.findings());
            if (opened.holds() && !json) {
                System.out.println("holds " + file + " (key " + opened.keyName() + ")");
            }
        });
        return MessageFiles.print(findings, json, System.out);
    }

    private static byte[] certificate(Path file) {
        var text = new String(MessageFiles.read(file), StandardCharsets.UTF_8);
        try (var pem = new PEMParser(new StringReader(text))) {
            for (var part = pem.readObject(); part != null; part = pem.readObject()) {
                if (part instanceof X509CertificateHolder found) {
                    return found.getEncoded();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no PEM file: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "there is no certificate in " + file + ". Maybe it is not PEM (-----BEGIN CERTIFICATE-----).");
    }
}
