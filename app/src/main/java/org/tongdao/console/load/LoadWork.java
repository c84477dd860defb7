package org.tongdao.console.load;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.consolidation.LoadDesk;
import org.tongdao.consolidation.LoadHand;
import org.tongdao.consolidation.LoadTrial;
import org.tongdao.consolidation.LoadView;
import org.tongdao.loading.LoadProblem.Stowed;

/** What a loader does, with its line in the audit trail in the same transaction (I-29). */
@Component
class LoadWork {

    private final LoadDesk loads;
    private final Audit audit;

    LoadWork(LoadDesk loads, Audit audit) {
        this.loads = loads;
        this.audit = audit;
    }

    @Transactional
    public LoadTrial save(SignedIn me, LoadView view, LoadHand hand, List<Stowed> boxes) {
        return told(me, view, "load by hand", loads.save(view, hand, boxes));
    }

    @Transactional
    public LoadTrial undo(SignedIn me, LoadView view, LoadHand hand) {
        return told(me, view, "undo load", loads.undo(view, hand));
    }

    private LoadTrial told(SignedIn me, LoadView view, String action, LoadTrial trial) {
        if (trial.version() > 0) {
            audit.write(me, action, view.head().containerNo() + " plan " + trial.version());
        }
        return trial;
    }
}
