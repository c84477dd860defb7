package org.tongdao.printing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.bench.UnitsScanned;

/** Hears what was scanned, in the same transaction: the scan and its label are kept together or not at all. */
@Component
class Listener {

    private final PrintQueue queue;

    Listener(PrintQueue queue) {
        this.queue = queue;
    }

    @EventListener
    void on(UnitsScanned event) {
        event.scanIds().forEach(queue::ofScan);
    }
}
