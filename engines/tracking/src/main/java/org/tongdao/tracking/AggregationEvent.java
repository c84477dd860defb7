package org.tongdao.tracking;

import java.util.List;

/**
 * Objects were put into or taken out of another: parcel into bag, bag into container (EPCIS 2.0 §7.4.3).
 *
 * @param parent may be empty for OBSERVE only
 * @param epcs the children; empty with DELETE means all of them
 */
public record AggregationEvent(EventContext context, Action action, String parent, List<String> epcs)
        implements EpcisEvent {

    public AggregationEvent {
        epcs = List.copyOf(epcs);
        if (epcs.isEmpty() && action != Action.DELETE) {
            throw new IllegalArgumentException(
                    "aggregation of nothing: only DELETE may leave the children out, meaning all");
        }
        if (parent.isEmpty() && action != Action.OBSERVE) {
            throw new IllegalArgumentException("an aggregation that begins or ends needs a parent");
        }
    }

    @Override
    public AggregationEvent withContext(EventContext changed) {
        return new AggregationEvent(changed, action, parent, epcs);
    }

    @Override
    public AggregationEvent withEpcs(List<String> changed) {
        return new AggregationEvent(context, action, parent, changed);
    }
}
