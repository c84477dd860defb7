package org.tongdao.dispatch;

import java.time.Instant;
import org.tongdao.yard.YardResource;

/**
 * A unit that cannot work for a time.
 *
 * @param unit from 1; 0 for all of the resource, as when wind stops the lifts
 */
public record Closure(YardResource resource, int unit, Instant from, Instant until, String reason) {

    boolean covers(YardResource other, int otherUnit) {
        return resource == other && (unit == 0 || unit == otherUnit);
    }
}
