package org.tongdao.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised for a container or a booking, from the first promise on, with the reasons. */
@Component
public class PromiseHistory {

    private final Promises promises;

    PromiseHistory(Promises promises) {
        this.promises = promises;
    }

    @Transactional(readOnly = true)
    public List<Promised> ofContainer(long id) {
        return promises.list(new Holder("container", id));
    }

    @Transactional(readOnly = true)
    public List<Promised> ofBooking(long id) {
        return promises.list(new Holder("booking", id));
    }
}
