package org.tongdao.declaration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Strictness;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs check FILE…}: holds messages against the catalogue. */
@Command(
        name = "check",
        description = "check messages against schema and specification, field by field",
        mixinStandardHelpOptions = true)
final class CheckMessagesCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CEB messages, any of the 42 types")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var findings = new ArrayList<Finding>();
        MessageFiles.each(files, findings, (file, content) -> {
            var reading = CebReader.read(file.toString(), content);
            findings.addAll(reading.findings());
            reading.message().ifPresent(message -> {
                var strictness = message.type().isSent() ? Strictness.OUTBOUND : Strictness.INBOUND;
                findings.addAll(CebCheck.check(message, strictness));
            });
        });
        int exit = MessageFiles.print(findings, json, System.out);
        if (!json) {
            System.out.println(files.size() + " files, " + findings.size() + " findings");
        }
        return exit;
    }
}
