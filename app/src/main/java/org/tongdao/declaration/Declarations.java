package org.tongdao.declaration;

import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The door of the declaration desk. Every method may be called again at any time and goes on where it was; each step is a transaction of its own.
 *
 * <p>{@code declare} and {@code bind} put messages into the outbox of the wire {@code customs}; {@code collect} takes in what came back.
 */
@Component
public class Declarations {

    private final Declaring declaring;
    private final Receiving receiving;
    private final Binding binding;
    private final Archive archive;
    private final Requests requests;
    private final Imports imports;
    private final ScreeningAgain screening;
    private final Desk desk;

    Declarations(
            Declaring declaring,
            Receiving receiving,
            Binding binding,
            Archive archive,
            Requests requests,
            Imports imports,
            ScreeningAgain screening,
            Desk desk) {
        this.declaring = declaring;
        this.receiving = receiving;
        this.binding = binding;
        this.archive = archive;
        this.requests = requests;
        this.imports = imports;
        this.screening = screening;
        this.desk = desk;
    }

    /** Asks for a whole batch to be declared by the next {@link #declareRequested}; asking again has no second effect. False when there is no such batch. */
    public boolean request(long batchId, String who) {
        return requests.ask(batchId, who);
    }

    /**
     * The same under a regime and its terms. Parcels that were declared before keep theirs; parcels that only our own rules kept back are tried again when
     * the terms are others than before.
     */
    public boolean request(long batchId, String who, DeclareAs as) {
        return requests.ask(batchId, who, as);
    }

    /** Declares what was asked for and what import files hold, and goes on where it was after a kill; returns how many parcels it looked at. */
    public int declareRequested() {
        int parcels = 0;
        for (long batch : requests.open()) {
            var report = declare(batch);
            requests.done(batch);
            parcels += report.parcels();
        }
        return parcels + imports.declare().parcels();
    }

    /** Declares every parcel of a batch that was never declared: order, waybill and list. */
    public DeclarationReport declare(long batchId) {
        var all = DeclarationReport.NOTHING;
        for (var step = declaring.next(batchId); step.parcels() > 0; step = declaring.next(batchId)) {
            all = all.plus(step);
        }
        return all;
    }

    /**
     * Declares parcels again that customs refused or our own rules kept back, under a new number that supersedes the old one. Parcels that are released
     * or under way are left alone.
     */
    public DeclarationReport declareAgain(List<String> parcelNos) {
        return declaring.again(parcelNos);
    }

    /** Screens everything not departed when the list of goods changed since the last time; returns how many hits are new. */
    public int screenAgain() {
        var tools = desk.tools();
        return screening.run(tools.screening(), tools.screeningSha256());
    }

    /** Takes in all receipts that have come; returns how many files. */
    public int collect() {
        return receiving.collect();
    }

    /** Binds the containers that leave China on this train; returns how many were bound now. */
    public int bind(long trainId) {
        return binding.bind(trainId);
    }

    /** Sends the changed binding of a container that was bound before, in the caller's transaction; false when its binding is still to come. */
    public boolean rebind(long containerId) {
        return binding.rebind(containerId);
    }

    /** Writes all messages of a batch to {@code out/declarations} and all receipts to {@code out/receipts}, see docs/formats/customs.md. */
    public void export(long batchId, Path out) {
        archive.export(batchId, out);
    }
}
