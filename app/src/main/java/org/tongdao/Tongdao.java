package org.tongdao;

import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.tongdao.editions.ByPackagedLists;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: {@code bin/tongdao COMMAND}. Exit codes: 0 done, 1 findings, 2 wrong usage. */
@Command(
        name = "tongdao",
        description = "The open digital channel for cross-border e-commerce by China–Europe rail",
        mixinStandardHelpOptions = true,
        versionProvider = Tongdao.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:findings: the input was refused or a check failed; they are printed",
            "2:wrong usage"
        },
        subcommands = {
            // one line each, in the order of help
            ShipCommand.class,
            ServeCommand.class,
            org.tongdao.planning.RouteCommand.class,
            org.tongdao.planning.NetworkCommand.class,
            org.tongdao.planning.AssignCommand.class,
            ExampleCommand.class,
            org.tongdao.consolidation.PackCommand.class,
            org.tongdao.planning.TrainCommand.class,
            org.tongdao.declaration.CustomsCommand.class,
            org.tongdao.port.YardCommand.class,
            org.tongdao.statistics.SeriesCommand.class,
            org.tongdao.visibility.EventsCommand.class,
            org.tongdao.settlement.PriceCommand.class,
            org.tongdao.settlement.TariffCommand.class,
            org.tongdao.keys.SignerCommand.class,
            org.tongdao.printing.PrintAgentCommand.class,
            EmulateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Tongdao {

    private Tongdao() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... args) {
        var line = commandLine();
        if (args.length == 0) {
            line.usage(System.out);
            return 0;
        }
        return line.execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tongdao())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Tongdao::carryOut)
                .setExecutionExceptionHandler(Tongdao::say);
    }

    private static int carryOut(CommandLine.ParseResult parsed) {
        var last = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        boolean helps = last.isUsageHelpRequested() || last.isVersionHelpRequested();
        if (!helps && last.getCommand() instanceof ByPackagedLists command) {
            last.getErr().println(command.told());
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What went wrong in words; the stack trace only when asked for by {@code TONGDAO_TRACE=1}. */
    private static int say(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tongdao: " + failure.getMessage());
        if ("1".equals(System.getenv("TONGDAO_TRACE"))) {
            failure.printStackTrace(line.getErr());
        }
        return isMissingFile(failure) ? 2 : 1;
    }

    /** A file that is not there is wrong usage, like an option that is not there. */
    private static boolean isMissingFile(@Nullable Throwable failure) {
        return failure != null && (failure instanceof NoSuchFileException || isMissingFile(failure.getCause()));
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Tongdao.class.getPackage().getImplementationVersion();
            return new String[] {"tongdao " + (version == null ? "from sources" : version)};
        }
    }
}
