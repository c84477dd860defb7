package org.tongdao.console.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.consolidation.BoxPlan;
import org.tongdao.consolidation.PlanUnit;
import org.tongdao.consolidation.PlannedBox;
import org.tongdao.planning.Planning;

/** What a person does with planned containers, with its line in the audit trail (I-29). */
@Component
class BoxWork {

    private final BoxPlan plan;
    private final Audit audit;

    BoxWork(BoxPlan plan, Audit audit) {
        this.plan = plan;
        this.audit = audit;
    }

    @Transactional
    public boolean open(SignedIn me, Planning.CutOff departure, String typeCode) {
        var opened = plan.open(
                new BoxPlan.Departure(departure.hub(), departure.service(), departure.departs(), departure.cutOff()),
                typeCode);
        opened.ifPresent(id -> audit.write(me, "plan container", id + ": " + typeCode + " " + departure.hub()));
        return opened.isPresent();
    }

    /** Empty when the unit's code cannot be read. */
    @Transactional
    public Optional<BoxPlan.Put> put(SignedIn me, String unit, long box) {
        var put = PlanUnit.parse(unit).map(u -> plan.put(u, box, me.name()));
        put.filter(p -> p.refusal() == null)
                .ifPresent(p -> audit.write(me, "plan unit", unit + " into " + box + ": " + p.parcels() + " parcels"));
        return put;
    }

    /** What filling a box came to; {@code refusal} of the first unit when not even that found room. */
    record Filled(int units, int parcels, BoxPlan.@Nullable Put refused) {}

    /** Puts one waiting unit after the other into a box, until one does not fit whole. */
    @Transactional
    public Filled fill(SignedIn me, PlannedBox box, PlanBoard board) {
        int units = 0;
        int parcels = 0;
        for (var unit : board.unitsFor(box)) {
            var put = put(me, unit.code(), box.id()).orElseThrow();
            if (put.refusal() != null) {
                return new Filled(units, parcels, units == 0 ? put : null);
            }
            units++;
            parcels += put.parcels();
            if (put.stayed() > 0) {
                break;
            }
        }
        return new Filled(units, parcels, null);
    }

    @Transactional
    public boolean takeOut(SignedIn me, long act) {
        return told(me, "take out of plan", act, plan.takeOut(act));
    }

    @Transactional
    public boolean lock(SignedIn me, long box) {
        return told(me, "lock planned container", box, plan.lock(box, me.name()));
    }

    @Transactional
    public boolean unlock(SignedIn me, long box) {
        return told(me, "unlock planned container", box, plan.unlock(box));
    }

    @Transactional
    public boolean remove(SignedIn me, long box) {
        return told(me, "remove planned container", box, plan.remove(box));
    }

    private boolean told(SignedIn me, String what, long subject, boolean done) {
        if (done) {
            audit.write(me, what, "" + subject);
        }
        return done;
    }
}
