package org.tongdao.tracking;

import java.util.List;
import java.util.Set;

/** What the tracker asks for: where events are kept. */
public interface EventStore {

    /**
     * All events that name one of {@code uris} as object or as parent, in any order, repeats allowed.
     *
     * <p>An event may come without those of its objects that were not asked for: a bag event then costs one row, not a hundred. It must keep at least one
     * object if it has any, because an event that leaves all its children out means all of them.
     */
    List<EpcisEvent> list(Set<String> uris);
}
