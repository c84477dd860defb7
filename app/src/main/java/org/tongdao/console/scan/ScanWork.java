package org.tongdao.console.scan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.bench.Bench;
import org.tongdao.bench.ScanAnswer;
import org.tongdao.bench.ScanInput;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;

/** What is taken back at the bench stands in the audit trail, in the same transaction (I-29). */
@Component
class ScanWork {

    private final Bench bench;
    private final Audit audit;

    ScanWork(Bench bench, Audit audit) {
        this.bench = bench;
        this.audit = audit;
    }

    @Transactional
    public ScanAnswer reverse(SignedIn me, ScanInput scan, long scanId, String reason) {
        var answer = bench.reverse(scan, scanId, ScanController.worker(me), reason);
        if (!answer.isRefused()) {
            audit.write(me, "scan taken back", "#" + scanId + " " + answer.subject() + ": " + reason);
        }
        return answer;
    }
}
