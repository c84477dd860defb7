package org.tongdao.planning;

import java.util.List;
import java.util.stream.Stream;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How the commands of this module answer: as lines or as JSON, with what is wrong beside it. */
final class Answering {

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    void print(Object document, Stream<String> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else {
            lines.forEach(out::println);
        }
    }

    void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    void note(String line) {
        spec.commandLine().getErr().println(line);
    }

    void tell(List<Finding> findings) {
        findings.forEach(f -> note(FindingDocument.of(f).line()));
    }

    ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
