package org.tongdao.bulk;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.bench.Worker;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The door of bulk acts. A run that was drawn is tried at once in the background, and waits then for somebody to start it. */
@Component
public class BulkRuns {

    private final BulkStore store;

    BulkRuns(BulkStore store) {
        this.store = store;
    }

    /** The number of the run that was drawn, or what is wrong with the wish. */
    public record Drawn(long run, Optional<Finding> finding) {

        static Drawn wrong(String rule, String value, String maybe) {
            return new Drawn(0, Optional.of(Finding.error(rule, Place.of("bulk"), value, maybe)));
        }
    }

    @Transactional
    public Drawn draw(BulkWish wish, Worker who) {
        if (wish.reason().isBlank() || wish.reason().length() > BulkWish.LONGEST_REASON) {
            return Drawn.wrong("BULK-REASON", wish.reason(), "Say why, in at most 60 characters: the record keeps it.");
        }
        if (wish.parcels().isEmpty()) {
            return Drawn.wrong("BULK-NOTHING", "", "Choose parcels of the list, or all of the filter.");
        }
        if (wish.parcels().size() > BulkWish.MOST) {
            return Drawn.wrong(
                    "BULK-TOO-MANY", ">" + BulkWish.MOST, "Narrow the filter: a run takes at most 10,000 parcels.");
        }
        if (wish.act() == BulkAct.PRINT && wish.printer().isBlank()) {
            return Drawn.wrong("BULK-PRINTER", "", "Choose the printer.");
        }
        return new Drawn(store.draw(wish, who, Optional.empty()), Optional.empty());
    }

    /** Draws the run that takes this one back: its parcels that were done, by the opposite act. */
    @Transactional
    public Drawn takeBack(long id, String reason, Worker who) {
        var run = store.find(id).filter(BulkRun::mayGoBack);
        if (run.isEmpty()) {
            return Drawn.wrong("BULK-NO-WAY-BACK", "#" + id, "It was taken back before, or its act has no way back.");
        }
        if (reason.isBlank() || reason.length() > BulkWish.LONGEST_REASON) {
            return Drawn.wrong("BULK-REASON", reason, "Say why, in at most 60 characters: the record keeps it.");
        }
        var done = store.items(id, "DONE", 0, BulkWish.MOST).stream()
                .map(BulkItem::parcelNo)
                .toList();
        var back = run.get().act().back().orElseThrow();
        try {
            var wish = new BulkWish(back, reason.strip(), "", "/bulk/" + id, done);
            return new Drawn(store.draw(wish, who, Optional.of(id)), Optional.empty());
        } catch (DuplicateKeyException e) {
            return Drawn.wrong("BULK-NO-WAY-BACK", "#" + id, "Somebody takes it back in this moment.");
        }
    }

    /** Starts a run that was tried. */
    public boolean start(long id) {
        return store.move(id, "TRIED", "RUNNING");
    }

    /** Gives up a run that was tried and not started: nothing was changed by it. */
    public boolean drop(long id) {
        return store.move(id, "TRIED", "DROPPED");
    }

    /** Does again what failed, and only that. */
    public boolean again(long id) {
        return store.again(id);
    }

    public Optional<BulkRun> find(long id) {
        return store.find(id);
    }

    public List<BulkRun> latest(int count) {
        return store.latest(count);
    }

    public List<BulkItem> items(long run, String state, int after, int count) {
        return store.items(run, state, after, count);
    }

    public List<BulkReason> reasons(long run) {
        return store.reasons(run);
    }
}
