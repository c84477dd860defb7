package org.tongdao.declaration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.SoftKey;
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

    @Option(names = "--key", description = "only this key file's certificate counts (default: whoever signed)")
    private @Nullable Path key;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var now = Clock.systemUTC().instant();
        var trust = key == null
                ? Trust.whoeverSigned()
                : Trust.only(SoftKey.openOrCreate(key, Desk.SOFT_KEY_FROM, new SecureRandom())
                        .certificate());
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            var opened = Envelope.open(file.toString(), MessageFiles.read(file), trust, now);
            findings.addAll(opened.findings());
            if (opened.holds() && !json) {
                System.out.println("holds " + file + " (key " + opened.keyName() + ")");
            }
        }
        return MessageFiles.print(findings, json, System.out);
    }
}
