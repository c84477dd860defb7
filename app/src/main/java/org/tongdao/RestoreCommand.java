package org.tongdao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongdao.platform.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao restore}: an empty installation filled from a backup. */
@Command(
        name = "restore",
        description = "fill an empty installation from a backup, all of it or nothing",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "folder of the new installation (default: ${DEFAULT-VALUE})")
    private Path home = Path.of("var");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "an empty external PostgreSQL, as superuser, instead of the embedded one")
    private String db = "";

    @Parameters(paramLabel = "FILE", description = "zip that backup wrote")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        quiet();
        var read = new Restore(home, db).run(file);
        spec.commandLine()
                .getOut()
                .printf("%s: %d tables, %d rows, %d files restored%n", home, read.tables(), read.rows(), read.files());
        return 0;
    }

    /** What the database tells of its start is nobody's concern here. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.ERROR);
        }
    }
}
