package org.tongdao.intake;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What became of one order.
 *
 * @param orderId 0 when the order was refused
 * @param parcelNo empty when the order was refused
 * @param batchId the batch it was taken in with, also when that was before
 */
public record OrderVerdict(Outcome outcome, long orderId, String parcelNo, long batchId, List<Finding> findings) {

    /** Duplicate: the same order with the same content is here already; conflict: with other content. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REJECTED
    }
}
