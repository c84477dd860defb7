package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message: up to 100 documents of one type under one number.
 *
 * @param guid number of the message, 36 characters, upper case
 * @param version 1.0
 * @param transfer present exactly for the types that companies send
 * @param extension of the sender's own, rare
 */
public record CebMessage(
        CebType type,
        String guid,
        String version,
        List<CebDocument> documents,
        Optional<Transfer> transfer,
        List<Subscription> subscriptions,
        Optional<Extension> extension) {

    public CebMessage {
        documents = List.copyOf(documents);
        subscriptions = List.copyOf(subscriptions);
    }

    /** A message that a company sends. */
    public static CebMessage sent(String guid, List<CebDocument> documents, Transfer transfer) {
        return new CebMessage(
                documents.get(0).type(), guid, "1.0", documents, Optional.of(transfer), List.of(), Optional.empty());
    }

    /** A message from the e-port or from customs: receipts and results. */
    public static CebMessage received(String guid, List<CebDocument> documents) {
        return new CebMessage(
                documents.get(0).type(), guid, "1.0", documents, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same message with data of the sender's own. */
    public CebMessage with(Extension added) {
        return new CebMessage(type, guid, version, documents, transfer, subscriptions, Optional.of(added));
    }

    /** Cuts documents of one type into as few messages as the type allows, keeping their order. */
    public static List<List<CebDocument>> batches(List<CebDocument> documents) {
        var batches = new ArrayList<List<CebDocument>>();
        int most = documents.isEmpty() ? 1 : documents.get(0).type().maxDocuments();
        for (int from = 0; from < documents.size(); from += most) {
            batches.add(List.copyOf(documents.subList(from, Math.min(documents.size(), from + most))));
        }
        return batches;
    }
}
