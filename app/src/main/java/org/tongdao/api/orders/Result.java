package org.tongdao.api.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.api.http.Problem;

/**
 * What became of one order.
 *
 * @param outcome accepted, duplicate, conflict or rejected
 * @param notes warnings of an order that was taken, errors of one that was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
        String outcome,
        String orderNo,
        @Nullable String orderId,
        @Nullable String parcelNo,
        @Nullable String batchId,
        List<Problem.Fault> notes) {

    boolean isTaken() {
        return outcome.equals("accepted") || outcome.equals("duplicate");
    }
}
