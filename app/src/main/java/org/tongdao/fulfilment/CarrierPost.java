package org.tongdao.fulfilment;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.Inbox;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;

/** Opens the carrier's documents: each once, whatever is wrong with one event does not stop the others. */
@Component
class CarrierPost {

    private final Inbox inbox;
    private final EventIntake intake;
    private final Pending pending;
    private final TransactionTemplate transaction;

    CarrierPost(Inbox inbox, EventIntake intake, Pending pending, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.intake = intake;
        this.pending = pending;
        this.transaction = transaction;
    }

    void read(String fileName, byte[] content) {
        if (!inbox.accept(Fulfilment.WIRE, fileName, content)) {
            return;
        }
        var text = new String(content, StandardCharsets.UTF_8);
        if (CarrierFiles.isRefusal(fileName)) {
            pending.refused(fileName, text);
            return;
        }
        var events = new ArrayList<EpcisEvent>();
        var findings = EpcisReader.read(new StringReader(text), fileName, events::add);
        findings.stream().filter(f -> f.stops()).forEach(f -> pending.finding(fileName, f));
        intake.apply(fileName, events);
    }

    /** Tries again what could not be placed before. */
    void retryParked() {
        transaction.executeWithoutResult(t -> {
            for (var parked : pending.placeable()) {
                intake.apply(parked.document(), List.of(parked.event()));
                pending.settle(parked);
            }
        });
    }
}
