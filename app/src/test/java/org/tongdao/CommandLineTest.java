package org.tongdao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {

    static Stream<CommandLine> commands() {
        return leaves(Tongdao.commandLine())
                .filter(command -> !command.getCommandSpec().helpCommand());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasOneLineOfPurposeAndItsOwnHelp(CommandLine command) {
        var spec = command.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).hasSize(1);
        assertThat(spec.usageMessage().description()[0])
                .as(spec.qualifiedName())
                .hasSizeBetween(10, 110);
        assertThat(spec.findOption("--help"))
                .as(spec.qualifiedName() + " --help")
                .isNotNull();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(Tongdao.run("teleport")).isEqualTo(2);
    }

    @Test
    void helpIsDone() {
        assertThat(Tongdao.run("help")).isZero();
        assertThat(Tongdao.run()).isZero();
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        return command.getSubcommands().values().stream().flatMap(sub -> Stream.concat(Stream.of(sub), leaves(sub)));
    }
}
