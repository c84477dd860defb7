package org.tongdao.tracking;

import java.util.List;

/** Objects were seen, came into being or ceased to be (EPCIS 2.0 §7.4.2). */
public record ObjectEvent(EventContext context, Action action, List<String> epcs) implements EpcisEvent {

    public ObjectEvent {
        epcs = List.copyOf(epcs);
    }

    @Override
    public String parent() {
        return "";
    }

    @Override
    public ObjectEvent withContext(EventContext changed) {
        return new ObjectEvent(changed, action, epcs);
    }

    @Override
    public ObjectEvent withEpcs(List<String> changed) {
        return new ObjectEvent(context, action, changed);
    }
}
