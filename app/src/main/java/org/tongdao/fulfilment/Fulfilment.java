package org.tongdao.fulfilment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.FolderWire;

/** The door of fulfilment. Every step may be repeated: what was done is not done again. */
@Component
public class Fulfilment {

    static final String WIRE = "carrier";

    private final HandoverDesk handovers;
    private final CarrierPost post;
    private final FolderWire wire;
    private final OverseasDesk desk;

    Fulfilment(HandoverDesk handovers, CarrierPost post, FolderWire wire, OverseasDesk desk) {
        this.handovers = handovers;
        this.post = post;
        this.wire = wire;
        this.desk = desk;
    }

    /** Announces to the overseas warehouse every container whose last train has arrived; returns how many were new. */
    @Transactional
    public int handOver() {
        return handovers.handOver();
    }

    /** Takes in what warehouse and carrier told since the last time; returns how many documents. */
    public int collect() {
        int documents = wire.receive(WIRE, post::read);
        post.retryParked();
        return documents;
    }

    /** Containers at or on the way into the warehouses, latest first. */
    @Transactional(readOnly = true)
    public List<OverseasContainer> containers() {
        return desk.containers();
    }

    /** What was not as listed and waits for somebody. */
    @Transactional(readOnly = true)
    public List<Discrepancy> discrepancies() {
        return desk.discrepancies();
    }

    /** Parcels that came back and wait for a decision, the nearest duty-free deadline first. */
    @Transactional(readOnly = true)
    public List<ReturnCase> returnCases() {
        return desk.returnCases();
    }

    /** What was wrong with the carrier's documents, and what events nobody could place. */
    @Transactional(readOnly = true)
    public List<CarrierFinding> findings() {
        return desk.findings();
    }
}
