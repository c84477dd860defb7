package org.tongdao.tracking;

import java.util.List;

/**
 * Objects were bound to a paper, e.g. containers to a new consignment note (EPCIS 2.0 §7.4.4); the paper is in {@link Why#transactions}.
 *
 * @param parent empty when there is none
 */
public record TransactionEvent(EventContext context, Action action, String parent, List<String> epcs)
        implements EpcisEvent {

    public TransactionEvent {
        epcs = List.copyOf(epcs);
        if (context.why().transactions().isEmpty()) {
            throw new IllegalArgumentException("a transaction event names at least one transaction");
        }
    }

    @Override
    public TransactionEvent withContext(EventContext changed) {
        return new TransactionEvent(changed, action, parent, epcs);
    }

    @Override
    public TransactionEvent withEpcs(List<String> changed) {
        return new TransactionEvent(context, action, parent, changed);
    }
}
