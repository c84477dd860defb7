package org.tongdao.console.bulk;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.bench.Worker;
import org.tongdao.bulk.BulkRuns;
import org.tongdao.bulk.BulkWish;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;

/** Bulk acts with their line in the audit trail, both or neither (I-29). */
@Component
public class BulkActs {

    private final BulkRuns runs;
    private final Audit audit;

    BulkActs(BulkRuns runs, Audit audit) {
        this.runs = runs;
        this.audit = audit;
    }

    @Transactional
    public BulkRuns.Drawn draw(SignedIn me, BulkWish wish) {
        var drawn = runs.draw(wish, worker(me));
        if (drawn.finding().isEmpty()) {
            audit.write(me, "draw bulk run", "#" + drawn.run() + " " + wish.act() + ": " + wish.reason());
        }
        return drawn;
    }

    @Transactional
    public void start(SignedIn me, long id) {
        written(me, "start bulk run", id, () -> runs.start(id));
    }

    @Transactional
    public void drop(SignedIn me, long id) {
        written(me, "drop bulk run", id, () -> runs.drop(id));
    }

    @Transactional
    public void again(SignedIn me, long id) {
        written(me, "repeat failed of bulk run", id, () -> runs.again(id));
    }

    @Transactional
    public BulkRuns.Drawn takeBack(SignedIn me, long id, String reason) {
        var drawn = runs.takeBack(id, reason, worker(me));
        if (drawn.finding().isEmpty()) {
            audit.write(me, "take back bulk run", "#" + id + " by #" + drawn.run() + ": " + reason);
        }
        return drawn;
    }

    private void written(SignedIn me, String action, long id, BooleanSupplier act) {
        if (act.getAsBoolean()) {
            audit.write(me, action, "#" + id);
        }
    }

    private static Worker worker(SignedIn me) {
        return new Worker(me.name(), me.role());
    }
}
