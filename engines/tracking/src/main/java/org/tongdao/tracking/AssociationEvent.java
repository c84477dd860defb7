package org.tongdao.tracking;

import java.util.List;

/**
 * Objects were fastened to or freed from an asset that carries them: container on wagon, wagon in train (EPCIS 2.0 §7.4.6).
 *
 * @param parent never empty
 * @param epcs the children; empty with DELETE means all of them
 */
public record AssociationEvent(EventContext context, Action action, String parent, List<String> epcs)
        implements EpcisEvent {

    public AssociationEvent {
        epcs = List.copyOf(epcs);
        if (epcs.isEmpty() && action != Action.DELETE) {
            throw new IllegalArgumentException(
                    "association of nothing: only DELETE may leave the children out, meaning all");
        }
        if (parent.isEmpty()) {
            throw new IllegalArgumentException("an association needs a parent");
        }
    }

    @Override
    public AssociationEvent withContext(EventContext changed) {
        return new AssociationEvent(changed, action, parent, epcs);
    }

    @Override
    public AssociationEvent withEpcs(List<String> changed) {
        return new AssociationEvent(context, action, parent, changed);
    }
}
