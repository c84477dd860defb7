package org.tongdao.customs;

import java.time.LocalDate;
import java.util.List;

/**
 * What the platform answers on transport (DxpRep 1.0): for each message whether it was passed on, with a code that {@link Advice} explains.
 *
 * @param receiverId to whom the reply goes ({@code RecevierId}, spelled so in the schema)
 * @param adNodeId access node, or empty
 */
public record DxpReply(String receiverId, String adNodeId, List<Response> responses) {

    public DxpReply {
        responses = List.copyOf(responses);
    }

    /**
     * The answer on one message.
     *
     * @param nodeId who answers, or empty
     * @param code {@code 0000} or one of the platform's codes
     * @param results by receiver, empty when the platform gives none
     * @param original head of the message that is answered
     */
    public record Response(
            String nodeId,
            String code,
            String info,
            List<Result> results,
            LocalDate noticed,
            String note,
            TransferHead original) {

        public Response {
            results = List.copyOf(results);
        }
    }

    /** What became of a message at one receiver. */
    public record Result(String receiverId, String code, String info, String note) {}
}
