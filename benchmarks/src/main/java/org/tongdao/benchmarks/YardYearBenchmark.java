package org.tongdao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tongdao.yard.StationTable;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardQuestion;
import org.tongdao.yard.YardSimulation;

/** One simulated year of every shipped station with its usual traffic, serial and parallel; the median of seven runs after three warm ones. */
public final class YardYearBenchmark {

    private static final int WARM = 3;
    private static final int RUNS = 7;

    private YardYearBenchmark() {}

    public static void main(String[] args) throws IOException {
        var table = StationTable.parse("stations.csv", Files.readAllLines(Path.of("data/corridor/stations.csv")));
        System.out.printf("%-14s %-9s %8s %10s %10s %10s%n", "station", "mode", "trains", "mean h", "p95 h", "ms/year");
        for (var station : table.stations()) {
            for (var mode : YardMode.values()) {
                var question = YardQuestion.steady(station, mode, station.usual(), 365, 1);
                var millis = new double[RUNS];
                for (int run = -WARM; run < RUNS; run++) {
                    long start = System.nanoTime();
                    YardSimulation.run(question);
                    millis[Math.max(0, run)] = (System.nanoTime() - start) / 1e6;
                }
                Arrays.sort(millis);
                var figures = YardSimulation.run(question).figures();
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %-9s %8d %10.2f %10.2f %10.1f%n",
                        station.id(),
                        mode.name().toLowerCase(Locale.ROOT),
                        figures.trains(),
                        figures.dwellHours().mean(),
                        figures.dwellHours().p95(),
                        millis[RUNS / 2]);
            }
        }
    }
}
