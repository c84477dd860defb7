package org.tongdao.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.tongdao.routing.Cargo;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.NetworkFolder;

/**
 * The shipped corridor from Urumqi to every other place on seven days: the Pareto set of arrival, cost, CO₂ and risk with the odds of each way, from the
 * question to the offers, timetable included, by CPU time of the one thread.
 *
 * <p>Arguments: {@code FOLDER} (data/network). Prints the first question of a cold process, then the last of several rounds.
 */
public final class CorridorBenchmark {

    private static final int ROUNDS = 5;
    private static final int DAYS = 7;
    private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");

    private CorridorBenchmark() {}

    public static void main(String[] args) {
        var network = NetworkFolder.read(Path.of(args[0])).network();
        var cpu = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= ROUNDS; round++) {
            int questions = 0;
            int offers = 0;
            double all = 0;
            double longest = 0;
            for (var place : network.stations()) {
                for (int day = 0; day < DAYS && !place.id().equals("URC"); day++) {
                    var search = new DoorSearch(network, 28);
                    var question =
                            new DoorSearch.Question("URC", place.id(), MONDAY.plus(Duration.ofDays(day)), Cargo.PLAIN);
                    long before = cpu.getCurrentThreadCpuTime();
                    offers += search.ask(question).offers().size();
                    double took = (cpu.getCurrentThreadCpuTime() - before) / 1e6;
                    if (round == 1 && questions == 0) {
                        System.out.printf(Locale.ROOT, "the first question of a cold process: %.1f ms%n", took);
                    }
                    questions++;
                    all += took;
                    longest = Math.max(longest, took);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d questions, %d offers, mean %.2f ms, longest %.2f ms%n",
                    round,
                    questions,
                    offers,
                    all / questions,
                    longest);
        }
    }
}
