package org.tongdao.customs;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Who sends what to whom on the exchange platform ({@code TransInfo} of a DxpMsg).
 *
 * @param messageId the sender's number of the message ({@code CopMsgId}), 1 to 255 characters; the same for every repeat of the same bytes
 * @param senderId of the client, such as {@code DXPENT0000012345}, at most 16 characters
 * @param receiverIds one to five, at most 16 characters each
 * @param created when the message was made ({@code CreatTime}, spelled so in the schema)
 * @param messageType such as {@code CEB603Message}, at most 30 characters
 */
public record TransferHead(
        String messageId, String senderId, List<String> receiverIds, OffsetDateTime created, String messageType) {

    public TransferHead {
        receiverIds = List.copyOf(receiverIds);
    }
}
