package org.tongdao.journey;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkStopped;
import org.tongdao.settlement.Settlement;
import org.tongdao.terms.Finding;

/** Charges what has departed; looks at the parcels only when a train left since it last looked and everything was charged. */
@Component
class Freight {

    private final Settlement settlement;
    private final Map<Integer, Long> done = new ConcurrentHashMap<>();

    Freight(Settlement settlement) {
        this.settlement = settlement;
    }

    /** How many parcels were charged; a lane without a tariff stops it after the others are charged. */
    int charge() {
        int tenant = Tenancy.current();
        long departures = settlement.departures();
        if (departures == done.getOrDefault(tenant, 0L)) {
            return 0;
        }
        int charged = 0;
        var faults = new ArrayList<Finding>();
        for (long batch : settlement.owing()) {
            var report = settlement.charge(batch);
            charged += report.charged();
            faults.addAll(report.findings());
        }
        if (!faults.isEmpty()) {
            var first = faults.get(0);
            throw new WorkStopped(first.rule(), first.value(), first.maybe());
        }
        done.put(tenant, departures);
        return charged;
    }
}
