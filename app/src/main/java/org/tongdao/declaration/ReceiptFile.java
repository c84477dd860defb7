package org.tongdao.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Outcome;
import org.tongdao.customs.Receipt;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.platform.FolderWire;
import org.tongdao.terms.Finding;

/**
 * A file from customs, with everything worked out that needs no database; several are read side by side while others are applied.
 *
 * @param receipts what it says of single documents
 * @param refusals format refusals (900), each of a whole message of ours
 * @param lenient fields that were missing and taken, with the number of documents
 */
record ReceiptFile(
        FolderWire.Arrived file,
        Optional<CebMessage> message,
        List<Finding> findings,
        List<Read> receipts,
        List<CebDocument> refusals,
        Map<String, Integer> lenient) {

    /** A receipt with what follows from its texts. */
    record Read(Receipt receipt, int rank, Outcome outcome, String code, Optional<Instant> at) {

        static Read of(Receipt receipt) {
            return new Read(receipt, receipt.rank(), receipt.outcome(), receipt.code(), receipt.at());
        }

        boolean releases() {
            return outcome == Outcome.RELEASED;
        }
    }

    static ReceiptFile of(FolderWire.Arrived file) {
        var reading = CebReader.read(file.fileName(), file.content());
        var receipts = new ArrayList<Read>();
        var refusals = new ArrayList<CebDocument>();
        for (var document : reading.message().map(CebMessage::documents).orElse(List.of())) {
            if (document.type().code().equals("CEB900")) {
                refusals.add(document);
            } else if (ReceiptKey.find(document).isPresent()
                    && document.find("returnStatus").isPresent()) {
                receipts.add(Read.of(Receipt.of(document)));
            }
        }
        return new ReceiptFile(
                file,
                reading.message(),
                reading.findings(),
                receipts,
                refusals,
                reading.message().map(Leniency::fields).orElse(Map.of()));
    }

    String name() {
        return file.fileName();
    }
}
