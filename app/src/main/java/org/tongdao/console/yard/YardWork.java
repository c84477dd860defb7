package org.tongdao.console.yard;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.dispatch.Actual;
import org.tongdao.dispatch.Actuals;
import org.tongdao.dispatch.Author;
import org.tongdao.dispatch.Change;
import org.tongdao.dispatch.Dispatch;
import org.tongdao.dispatch.Trial;
import org.tongdao.dispatch.WhatIfCase;
import org.tongdao.dispatch.WhatIfs;
import org.tongdao.port.Blocker;
import org.tongdao.port.BrakeDesk;
import org.tongdao.port.PullAnswer;
import org.tongdao.port.PullDesk;
import org.tongdao.port.PullEnd;
import org.tongdao.port.PullOrder;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardStation;

/** What a dispatcher does, with its line in the audit trail in the same transaction (I-29). */
@Component
class YardWork {

    private final Dispatch dispatch;
    private final Actuals actuals;
    private final PullDesk pulls;
    private final WhatIfs whatIfs;
    private final BrakeDesk brakes;
    private final Audit audit;

    YardWork(Dispatch dispatch, Actuals actuals, PullDesk pulls, WhatIfs whatIfs, BrakeDesk brakes, Audit audit) {
        this.dispatch = dispatch;
        this.actuals = actuals;
        this.pulls = pulls;
        this.whatIfs = whatIfs;
        this.brakes = brakes;
        this.audit = audit;
    }

    @Transactional
    public Trial save(SignedIn me, YardStation station, Change change, OptionalInt seen, Author author) {
        var trial = dispatch.save(station, change, seen, author);
        if (trial.isAllowed()) {
            audit.write(
                    me,
                    "yard plan " + change.kind().toLowerCase(java.util.Locale.ROOT),
                    station.id() + " " + change + ": " + author.reason());
        }
        return trial;
    }

    @Transactional
    public List<Finding> tell(SignedIn me, YardStation station, Actual actual, Author author) {
        var findings = actuals.tell(station, actual, author);
        if (findings.stream().noneMatch(Finding::stops)) {
            audit.write(
                    me,
                    "yard actual",
                    actual.trainNo() + " " + actual.stage() + " " + actual.mark() + " " + actual.at());
        }
        return findings;
    }

    @Transactional
    public List<Finding> scan(SignedIn me, YardStation station, String containerNo, Author author) {
        var finding = actuals.scan(station, containerNo, author);
        if (finding.isEmpty()) {
            audit.write(me, "yard lift", station.id() + " " + containerNo);
        }
        return finding.stream().toList();
    }

    @Transactional
    public List<Blocker> depart(SignedIn me, YardStation station, String trainNo, Author author) {
        var blockers = actuals.depart(station, trainNo, author);
        audit.write(me, blockers.isEmpty() ? "departure" : "departure refused", trainNo);
        return blockers;
    }

    @Transactional
    public PullAnswer pull(SignedIn me, PullOrder order) {
        var answer = pulls.pull(order);
        if (answer.isDone()) {
            audit.write(me, "pull parcel", order.parcelNo() + " from " + order.containerNo() + ": " + order.reason());
        }
        return answer;
    }

    @Transactional
    public PullAnswer end(SignedIn me, PullEnd end) {
        var answer = pulls.end(end);
        if (answer.isDone()) {
            audit.write(me, "end pull", end.pullId() + " " + end.outcome() + ": " + end.reason());
        }
        return answer;
    }

    @Transactional
    public WhatIfs.Asked ask(SignedIn me, YardStation station, WhatIfCase.Wish wish, Author author) {
        var asked = whatIfs.ask(station, wish, author);
        if (asked.findings().isEmpty()) {
            audit.write(
                    me,
                    "what if",
                    station.id() + " " + wish.baseline() + " against " + String.join("; ", wish.variants()));
        }
        return asked;
    }

    @Transactional
    public List<Finding> brakes(SignedIn me, String trainNo, Map<Integer, String> kg) {
        var findings = brakes.type(trainNo, kg, me.name());
        if (findings.isEmpty()) {
            kg.values().removeIf(String::isBlank);
            audit.write(me, "brake test", trainNo + " " + kg);
        }
        return findings;
    }
}
