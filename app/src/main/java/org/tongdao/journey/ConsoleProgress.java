package org.tongdao.journey;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/** One line that is written over and over on a terminal; a line per stage where the output is a file. */
public final class ConsoleProgress implements Progress {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int WIDTH = 20;
    private static final long QUIET_NANOS = 400_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private long lastShown;

    public ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void stage(String name) {
        out.print(terminal ? "\r\033[K" + name + " …" : name + " …\n");
        out.flush();
    }

    @Override
    public void at(Instant now, Supplier<Standing> count) {
        if (!terminal || System.nanoTime() - lastShown < QUIET_NANOS) {
            return;
        }
        lastShown = System.nanoTime();
        var standing = count.get();
        out.printf(
                "\r\033[K%s  %s  cleared %d  sealed %d  arrived %d  delivered %d of %d",
                CLOCK.format(now),
                bar(standing),
                standing.cleared(),
                standing.sealed(),
                standing.arrived(),
                standing.delivered(),
                standing.parcels());
        out.flush();
    }

    @Override
    public void done() {
        out.print(terminal ? "\r\033[K" : "");
        out.flush();
    }

    private static String bar(Standing standing) {
        int gates = standing.cleared() + standing.sealed() + standing.arrived() + standing.ended();
        int filled = standing.parcels() == 0 ? 0 : WIDTH * gates / (4 * standing.parcels());
        return "█".repeat(filled) + "░".repeat(WIDTH - filled);
    }
}
