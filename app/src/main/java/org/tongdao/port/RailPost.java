package org.tongdao.port;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.Inbox;
import org.tongdao.terms.Finding;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;

/** Opens the railway's documents, each once; what is wrong with one event does not stop the others. */
@Component
class RailPost {

    private final FolderWire wire;
    private final Inbox inbox;
    private final RailIntake intake;
    private final RailPending pending;
    private final TransactionTemplate transaction;

    RailPost(FolderWire wire, Inbox inbox, RailIntake intake, RailPending pending, TransactionTemplate transaction) {
        this.wire = wire;
        this.inbox = inbox;
        this.intake = intake;
        this.pending = pending;
        this.transaction = transaction;
    }

    int collect() {
        int documents = wire.receive(Port.WIRE, this::read);
        transaction.executeWithoutResult(t -> intake.retry());
        return documents;
    }

    private void read(String fileName, byte[] content) {
        if (!inbox.accept(Port.WIRE, fileName, content)) {
            return;
        }
        var text = new String(content, StandardCharsets.UTF_8);
        if (fileName.contains("_REFUSAL_")) {
            pending.refused(fileName, text);
            return;
        }
        var events = new ArrayList<EpcisEvent>();
        var findings = EpcisReader.read(new StringReader(text), fileName, events::add);
        findings.stream().filter(Finding::stops).forEach(f -> pending.finding(fileName, f));
        intake.apply(fileName, events);
    }
}
