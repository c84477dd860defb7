package org.tongdao;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongdao.emulator.MerchantExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao example}: an order file of any size, faults included. */
@Command(
        name = "example",
        description = "write an order file of any size, with about two faulty rows in a hundred",
        mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {

    @Option(names = "--orders", description = "how many orders (default: ${DEFAULT-VALUE})")
    private int orders = 5000;

    @Option(names = "--seed", description = "equal seeds write equal files (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "CSV file to write (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("orders.csv");

    @Option(names = "--json", description = "print what the file holds as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (orders < 1 || orders > 99_999_999) {
            throw new ParameterException(spec.commandLine(), "--orders " + orders + ": give 1 to 99999999");
        }
        var parent = out.toAbsolutePath().getParent();
        if (parent == null || !parent.toFile().isDirectory()) {
            throw new ParameterException(spec.commandLine(), "--out " + out + ": there is no such folder");
        }
        var made = MerchantExport.write(out, orders, seed);
        var writer = spec.commandLine().getOut();
        writer.println(
                json
                        ? JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(made)
                        : "%s: %d rows, %d orders, %d faulty rows of %d kinds, %d repeated rows"
                                .formatted(
                                        out,
                                        made.rows(),
                                        made.orders(),
                                        made.faulty(),
                                        made.faults().size(),
                                        made.repeated()));
        writer.flush();
        return 0;
    }
}
