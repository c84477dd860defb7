package org.tongdao.bulk;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongdao.bench.Bench;
import org.tongdao.bench.ScanAnswer;
import org.tongdao.bench.ScanInput;
import org.tongdao.bench.Scanned;
import org.tongdao.bench.Station;
import org.tongdao.bench.Worker;
import org.tongdao.platform.Tenancy;
import org.tongdao.printing.PrintQueue;

/** Does the act of a run to one parcel, by the doors that a person at the bench uses. */
@Component
class BulkHand {

    private static final String PLACE = "LOC-DESK";

    private final Bench bench;
    private final PrintQueue prints;

    BulkHand(Bench bench, PrintQueue prints) {
        this.bench = bench;
        this.prints = prints;
    }

    /** Why it was not done; both are empty when it was. */
    record Answer(String rule, String value) {
        static final Answer DONE = new Answer("", "");
        static final Answer BUSY = new Answer("BULK-BUSY", "");

        boolean isDone() {
            return rule.isEmpty();
        }
    }

    Answer act(BulkRun run, BulkItem item) {
        return switch (run.act()) {
            case HOLD -> answer(bench.scan(input(run, item, Station.HOLD, "TD-R-" + run.reason()), worker(run)));
            case RELEASE -> release(run, item);
            case PRINT -> print(run, item);
        };
    }

    private Answer release(BulkRun run, BulkItem item) {
        var held = bench.of(item.parcelNo()).stream()
                .filter(scan -> scan.act().equals("HELD") && !scan.reversed())
                .mapToLong(Scanned::id)
                .max();
        if (held.isEmpty()) {
            return new Answer("BENCH-NOT-STOPPED", item.parcelNo());
        }
        var input = input(run, item, Station.HOLD, "");
        return answer(bench.reverse(input, held.getAsLong(), worker(run), run.reason()));
    }

    private Answer print(BulkRun run, BulkItem item) {
        return prints.again(item.parcelNo(), run.printer(), run.reason(), run.actor())
                .finding()
                .map(finding -> new Answer(finding.rule(), finding.value()))
                .orElse(Answer.DONE);
    }

    /** The same for every attempt of the same try, so that what was done before a crash is not done again after it. */
    private static ScanInput input(BulkRun run, BulkItem item, Station station, String target) {
        String name = Tenancy.current() + "/bulk/" + run.id() + "/" + item.itemNo() + "/" + item.tries();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new ScanInput(id, station, PLACE, "bulk-" + run.id(), item.parcelNo(), target, 0);
    }

    private static Worker worker(BulkRun run) {
        return new Worker(run.actor(), run.role());
    }

    private static Answer answer(ScanAnswer given) {
        return given.isRefused() ? new Answer(given.rule(), given.value()) : Answer.DONE;
    }
}
