package org.tongdao.customs;

import java.time.Instant;

/**
 * What a later paper on a declared list says of itself: cancellation or return.
 *
 * @param number our number of the paper; at most 30 characters in exports, 20 in imports
 * @param invtNo number that customs gave the list
 * @param reason in words, 1 to 500 characters
 */
public record ListReference(String number, String invtNo, String reason, Instant at) {}
