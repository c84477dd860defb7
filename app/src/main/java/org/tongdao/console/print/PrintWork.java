package org.tongdao.console.print;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.printing.PrintQueue;
import org.tongdao.printing.Printers;
import org.tongdao.terms.Finding;

/** Acts at the printers with their line in the audit trail, both or neither (I-29). */
@Component
class PrintWork {

    private final Printers printers;
    private final PrintQueue queue;
    private final Audit audit;

    PrintWork(Printers printers, PrintQueue queue, Audit audit) {
        this.printers = printers;
        this.queue = queue;
        this.audit = audit;
    }

    @Transactional
    public PrintQueue.Asked again(SignedIn me, String parcelNo, String printer, String reason) {
        var asked = queue.again(parcelNo, printer, reason, me.name());
        if (asked.finding().isEmpty()) {
            audit.write(me, "print again", parcelNo + " at " + printer + ": " + reason.strip());
        }
        return asked;
    }

    @Transactional
    public Optional<Finding> add(SignedIn me, String name, String address) {
        return written(printers.add(name, address, me.name()), me, "add printer", name + " " + address);
    }

    @Transactional
    public void remove(SignedIn me, String name) {
        if (printers.remove(name)) {
            audit.write(me, "remove printer", name);
        }
    }

    @Transactional
    public Optional<Finding> place(SignedIn me, String place, String printer) {
        return written(printers.place(place, printer), me, "place printer", place + " " + printer);
    }

    private Optional<Finding> written(Optional<Finding> wrong, SignedIn me, String action, String subject) {
        if (wrong.isEmpty()) {
            audit.write(me, action, subject.strip());
        }
        return wrong;
    }
}
