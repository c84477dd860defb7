package org.tongdao.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** {@code bin/tongdao yard check}: judges a schedule that somebody, not necessarily we, has made. */
@Command(
        name = "check",
        description = "check a schedule as yard schedule or yard solve prints it with --json",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardCheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "a schedule as JSON")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private List<String> notAsked = List.of();

    @Override
    public Integer call() throws IOException {
        var findings = findings();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(YardWords.json(findings.stream().map(YardWords::text).toList()));
        } else {
            findings.forEach(f -> out.println(YardWords.text(f)));
            out.println(findings.isEmpty() ? "in order" : findings.size() + " findings");
            notAsked.forEach(out::println);
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private List<Finding> findings() throws IOException {
        var bytes = YardWords.bytes(spec, file);
        try {
            var kind = YardWords.JSON.readTree(bytes).path("kind").asString("");
            return switch (kind) {
                case ShopDocument.KIND ->
                    YardWords.JSON.readValue(bytes, ShopDocument.class).check();
                case DayDocument.KIND -> ofDay(YardWords.JSON.readValue(bytes, DayDocument.class));
                default ->
                    throw wrong("its kind is '" + kind + "', not " + ShopDocument.KIND + " or " + DayDocument.KIND);
            };
        } catch (JacksonException e) {
            throw wrong(String.valueOf(e.getOriginalMessage()));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw wrong("it lacks members or has impossible ones: " + e.getMessage());
        }
    }

    private List<Finding> ofDay(DayDocument document) {
        notAsked = document.open();
        return document.check();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), file + " is no schedule: " + why);
    }
}
