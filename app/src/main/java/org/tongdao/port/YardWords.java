package org.tongdao.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the yard's commands share: their JSON, their findings as text, the files they read. */
final class YardWords {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private YardWords() {}

    static String text(Finding finding) {
        return finding.severity() + " " + finding.rule() + " " + finding.place() + " '" + finding.value() + "' "
                + finding.maybe();
    }

    static String json(Object document) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    static List<String> lines(CommandSpec spec, Path file) throws IOException {
        return new String(bytes(spec, file), StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] bytes(CommandSpec spec, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + file);
        }
        return Files.readAllBytes(file);
    }

    static boolean tell(CommandSpec spec, List<Finding> findings) {
        findings.forEach(f -> spec.commandLine().getErr().println(text(f)));
        return findings.stream().noneMatch(Finding::stops);
    }
}
