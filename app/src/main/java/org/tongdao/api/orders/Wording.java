package org.tongdao.api.orders;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongdao.api.http.Problem;
import org.tongdao.intake.OrderVerdict;
import org.tongdao.terms.Finding;
import tools.jackson.databind.json.JsonMapper;

/** Puts verdicts into the words of the API. */
@Component
class Wording {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageSource terms;

    Wording(MessageSource terms) {
        this.terms = terms;
    }

    Result result(Request.Item item, OrderVerdict verdict, Locale language) {
        boolean stored = verdict.orderId() > 0 && !verdict.parcelNo().isEmpty();
        return new Result(
                verdict.outcome().name().toLowerCase(Locale.ROOT),
                item.orderNo(),
                stored ? "" + verdict.orderId() : null,
                stored ? verdict.parcelNo() : null,
                stored ? "" + verdict.batchId() : null,
                verdict.findings().stream()
                        .map(finding -> fault(item.base(), finding, language))
                        .toList());
    }

    Result refused(Request.Item item, Locale language) {
        var order = item.order();
        List<Problem.Fault> faults = order == null
                ? item.unread()
                : order.findings().stream()
                        .map(finding -> fault(item.base(), finding, language))
                        .toList();
        return new Result("rejected", item.orderNo(), null, null, null, faults);
    }

    /** The answer to a call for one order: the result, or a problem when it was not taken. */
    Answer single(Result result) {
        if (result.isTaken()) {
            int status = result.outcome().equals("accepted") ? 201 : 200;
            return new Answer(status, JSON.writeValueAsString(result), false);
        }
        boolean conflict = result.outcome().equals("conflict");
        var problem = conflict
                ? Problem.of(
                        409, "order-conflict", "An order with this number is here with other content.", result.notes())
                : Problem.of(
                        422, "invalid-order", "The order was not taken; correct it and send it again.", result.notes());
        return new Answer(problem.status(), JSON.writeValueAsString(problem), false);
    }

    private Problem.Fault fault(String base, Finding finding, Locale language) {
        return new Problem.Fault(
                OrderBody.pointer(base, finding),
                finding.rule(),
                finding.severity().name(),
                Objects.requireNonNullElse(terms.getMessage("finding." + finding.rule(), null, "", language), ""),
                finding.value(),
                finding.maybe());
    }
}
