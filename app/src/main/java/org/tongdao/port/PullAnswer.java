package org.tongdao.port;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What came of an order to pull a parcel or to end a pull.
 *
 * @param pullId 0 when nothing was done
 * @param findings why nothing was done
 */
public record PullAnswer(long pullId, List<Finding> findings) {

    static PullAnswer refused(List<Finding> findings) {
        return new PullAnswer(0, List.copyOf(findings));
    }

    public boolean isDone() {
        return findings.isEmpty();
    }
}
