package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.platform.FolderWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs sign FILE}: writes a message anew, compact and signed with the soft key. */
@Command(
        name = "sign",
        description = "sign a message with the soft key (SM2/SM3 profile of 2022-04)",
        mixinStandardHelpOptions = true)
final class SignMessageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "a message that companies send, e.g. CEB603")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, description = "where the signed message goes")
    private Path out = Path.of("");

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Override
    public Integer call() {
        var reading = CebReader.read(file.toString(), MessageFiles.read(file));
        if (reading.message().isEmpty()) {
            return MessageFiles.print(reading.findings(), false, System.out);
        }
        if (!reading.get().type().isSent()) {
            System.out.println(reading.get().type() + " is a receipt; customs does not sign it and nor do we");
            return 1;
        }
        var signer = keys.signer(Clock.systemUTC().instant());
        FolderWire.writeWhole(out.toAbsolutePath(), Envelope.seal(reading.get(), signer));
        System.out.println("signed with key " + signer.keyName() + ": " + out);
        return 0;
    }
}
