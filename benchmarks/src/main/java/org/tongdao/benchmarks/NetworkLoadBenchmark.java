package org.tongdao.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.tongdao.routing.NetworkFolder;
import org.tongdao.routing.NetworkGenerator;
import org.tongdao.routing.NetworkWriter;
import org.tongdao.routing.Timetable;

/**
 * A folder of five files to a timetable of 28 days that can be searched, by CPU time of the one thread; the first line is of a cold process, given a folder
 * that was written before.
 *
 * <p>Arguments: {@code freight|transit PLACES FOLDER}; without the folder's files it writes them and ends.
 */
public final class NetworkLoadBenchmark {

    private static final int DAYS = 28;

    private NetworkLoadBenchmark() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[2]);
        if (!Files.exists(folder.resolve("places.csv"))) {
            Files.createDirectories(folder);
            var kind = NetworkGenerator.Kind.valueOf(args[0].toUpperCase(Locale.ROOT));
            var files = NetworkWriter.files(NetworkGenerator.of(kind, Integer.parseInt(args[1]), 7));
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            System.out.println("written; once more to measure");
            return;
        }
        var cpu = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var start = NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int turn = 0; turn < 4; turn++) {
            long before = cpu.getCurrentThreadCpuTime();
            var read = NetworkFolder.read(folder);
            long middle = cpu.getCurrentThreadCpuTime();
            Timetable.of(read.network(), start, DAYS);
            long after = cpu.getCurrentThreadCpuTime();
            System.out.printf(
                    "read %d ms, timetable %d ms CPU%n", (middle - before) / 1_000_000, (after - middle) / 1_000_000);
        }
    }
}
