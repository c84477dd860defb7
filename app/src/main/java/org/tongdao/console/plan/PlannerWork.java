package org.tongdao.console.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.consolidation.LaneHolds;
import org.tongdao.journey.LanePlan;

/** What a person does in the planner, with its line in the audit trail (I-29). */
@Component
class PlannerWork {

    private final LanePlan plan;
    private final LaneHolds holds;
    private final Audit audit;

    PlannerWork(LanePlan plan, LaneHolds holds, Audit audit) {
        this.plan = plan;
        this.holds = holds;
        this.audit = audit;
    }

    LanePlan.Planned attempt(String hub) {
        return plan.attempt(hub);
    }

    @Transactional
    public LanePlan.Planned carryOut(SignedIn me, String hub) {
        var planned = plan.carryOut(hub);
        audit.write(
                me,
                "pass cut-off",
                hub + ": " + planned.parcels() + " parcels in "
                        + planned.boxes().size() + " containers");
        return planned;
    }

    @Transactional
    public boolean keep(SignedIn me, String hub, String reason) {
        boolean kept = holds.keep(hub, reason, me.name());
        if (kept) {
            audit.write(me, "keep lane back", hub + ": " + reason.strip());
        }
        return kept;
    }

    @Transactional
    public void letGo(SignedIn me, String hub) {
        if (holds.letGo(hub)) {
            audit.write(me, "let lane go", hub);
        }
    }
}
