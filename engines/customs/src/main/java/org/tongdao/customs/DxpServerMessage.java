package org.tongdao.customs;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A DxpMsg on its way between platform nodes (DxpMsgSv 1.0): what a third-party node sends and gets.
 *
 * @param messageId number given by the sending node: its 8 characters, 14 of time, 10 of sequence
 * @param part one character when the node cut the message, otherwise empty
 * @param endNode the node of the receiver, at most 8 characters
 * @param startNode the node of the sender ({@code StaNode}), at most 8 characters
 */
public record DxpServerMessage(
        String messageId, String part, OffsetDateTime sent, String endNode, String startNode, DxpMessage message) {

    /** The number that a node gives: node, second in China, and a sequence from 0 to 9,999,999,999. */
    public static String number(String node, Instant at, long sequence) {
        if (node.length() != 8 || sequence < 0 || sequence > 9_999_999_999L) {
            throw new IllegalArgumentException(
                    "node '" + node + "', sequence " + sequence + ". Maybe the node has not 8 characters.");
        }
        return node + ChinaTime.seconds(at) + "%010d".formatted(sequence);
    }
}
