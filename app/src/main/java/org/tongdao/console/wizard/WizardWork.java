package org.tongdao.console.wizard;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.intake.Draft;
import org.tongdao.intake.Drafts;

/** What a person does in the wizard, with its line in the audit trail (I-29). */
@Component
class WizardWork {

    private final Drafts drafts;
    private final Runs runs;
    private final Audit audit;

    WizardWork(Drafts drafts, Runs runs, Audit audit) {
        this.drafts = drafts;
        this.runs = runs;
        this.audit = audit;
    }

    @Transactional
    public long open(SignedIn me, String merchant, String fileName, byte[] content) {
        long id = drafts.open(merchant, fileName, content, me.name());
        audit.write(me, "open draft", "draft " + id + " " + fileName);
        return id;
    }

    @Transactional
    public void map(SignedIn me, Draft draft, Map<String, String> headers, Map<String, String> fixed) {
        drafts.map(draft, headers, fixed, me.name());
        audit.write(me, "map columns", "draft " + draft.id());
    }

    @Transactional
    public void fix(SignedIn me, Draft draft, long line, int column, String was, String becomes) {
        drafts.fix(draft, line, column, was, becomes, me.name());
        audit.write(me, "correct draft", "draft " + draft.id() + " line " + line + " column " + column);
    }

    void attempt(Draft draft) {
        runs.start(draft.id(), "trial", progress -> drafts.attempt(draft, progress));
    }

    void commit(SignedIn me, Draft draft) {
        runs.start(draft.id(), "commit", progress -> {
            var report = drafts.commit(draft, me.name(), progress);
            audit.write(me, "take in", "batch " + report.batchId() + " from draft " + draft.id());
        });
    }
}
