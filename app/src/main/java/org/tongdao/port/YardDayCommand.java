package org.tongdao.port;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.tongdao.yard.DayExample;
import org.tongdao.yard.DayTrainFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao yard day}: trains to try a station with. */
@Command(
        name = "day",
        description = "make up a day of trains for yard schedule, the same for the same seed",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardDayCommand implements Callable<Integer> {

    @Option(names = "--from", description = "first moment of the day, UTC (default: ${DEFAULT-VALUE})")
    private Instant from = Instant.parse("2026-03-02T00:00:00Z");

    @Option(names = "--trains", description = "how many come (default: ${DEFAULT-VALUE})")
    private int trains = 26;

    @Option(names = "--containers", description = "boxes on each (default: ${DEFAULT-VALUE})")
    private int containers = 55;

    @Option(names = "--inspected", description = "share of the boxes that are opened (default: ${DEFAULT-VALUE})")
    private double inspected = 0.02;

    @Option(names = "--gauge", description = "mm they come on (default: ${DEFAULT-VALUE})")
    private int gauge = 1435;

    @Option(names = "--onward", description = "mm they leave on (default: ${DEFAULT-VALUE})")
    private int onward = 1520;

    @Option(names = "--seed", description = "chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean sound = trains >= 1
                && trains <= 500
                && containers >= 0
                && containers <= 200
                && inspected >= 0
                && inspected <= 1
                && gauge >= 0
                && onward >= 0;
        if (!sound) {
            throw new ParameterException(
                    spec.commandLine(), "--trains is 1 to 500, --containers 0 to 200, --inspected 0 to 1");
        }
        var out = spec.commandLine().getOut();
        out.println(DayTrainFile.HEADER);
        DayExample.of(new DayExample.Wish(from, trains, containers, inspected, gauge, onward), seed)
                .forEach(t -> out.println(DayTrainFile.line(t)));
        return 0;
    }
}
