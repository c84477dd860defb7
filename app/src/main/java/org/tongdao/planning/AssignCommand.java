package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongdao.routing.AssignChecker;
import org.tongdao.routing.AssignSolver;
import org.tongdao.routing.Assignment;
import org.tongdao.routing.Network;
import org.tongdao.routing.NetworkFolder;
import org.tongdao.routing.Shipment;
import org.tongdao.routing.Station;
import org.tongdao.routing.Timetable;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/tongdao assign}: shipments onto the departures of a network at least cost, never above capacity, checked apart from the solver. */
@Command(
        name = "assign",
        description = "give shipments their ways under the capacity of every departure",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AssignCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 400;

    @Option(names = "--network", paramLabel = "DIR", required = true, description = "docs/formats/network.md")
    private Path network = Path.of(".");

    @Option(
            names = "--shipments",
            paramLabel = "FILE",
            required = true,
            description = "csv with id,from,to,ready,deadline,containers,kg,m3,priority")
    private Path shipments = Path.of(".");

    @Option(names = "--rounds", description = "rounds of prices (default: ${DEFAULT-VALUE})")
    private int rounds = AssignSolver.Effort.USUAL.rounds();

    @Mixin
    private final Answering answering = new Answering();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(network) || !Files.isRegularFile(shipments)) {
            throw answering.wrong("--network is a folder and --shipments a file");
        }
        if (rounds < 1) {
            throw answering.wrong("--rounds is 1 or more, not " + rounds);
        }
        var read = NetworkFolder.read(network);
        var file = ShipmentFile.read(
                shipments, read.network().stations().stream().map(Station::id).collect(Collectors.toSet()));
        var findings = new ArrayList<>(read.findings());
        findings.addAll(file.findings());
        long began = System.nanoTime();
        var plan = plan(read.network(), file.shipments(), findings);
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        print(plan, findings, seconds);
        return findings.stream().anyMatch(Finding::stops) ? 1 : 0;
    }

    private @Nullable Assignment plan(Network read, List<Shipment> all, List<Finding> findings) {
        if (all.isEmpty()) {
            return null;
        }
        var start = all.stream()
                .map(Shipment::ready)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(Duration.ofDays(read.leadDays()));
        var end = all.stream().map(Shipment::deadline).max(Instant::compareTo).orElseThrow();
        int days = (int) Math.min(MOST_DAYS, Duration.between(start, end).toDays() + 2);
        var plan = new AssignSolver(Timetable.of(read, start, days), all)
                .solve(new AssignSolver.Effort(
                        rounds,
                        AssignSolver.Effort.USUAL.passes(),
                        AssignSolver.Effort.USUAL.goodEnough(),
                        AssignSolver.Effort.USUAL.work()));
        findings.addAll(AssignChecker.check(read, all, plan));
        return plan;
    }

    private void print(@Nullable Assignment plan, List<Finding> findings, double seconds) {
        answering.tell(findings);
        if (plan == null) {
            answering.print(Map.of(), Stream.of("nothing to assign"));
        } else {
            var sum = String.format(
                    Locale.ROOT,
                    "%d go, %d stay, %,.2f CNY, at most %.2f %% from the best, %.1f s",
                    plan.ways().size(),
                    plan.leftOut().size(),
                    plan.cost() / 100.0,
                    plan.gap() * 100,
                    seconds);
            var stay = plan.leftOut().entrySet().stream().map(e -> "stays  " + e.getKey() + "  " + e.getValue());
            answering.print(AssignDocument.of(plan, findings, seconds), Stream.concat(stay, Stream.of(sum)));
        }
    }
}
