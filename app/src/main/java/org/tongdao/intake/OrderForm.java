package org.tongdao.intake;

import java.util.List;
import java.util.Map;

/**
 * One order as a program sends it: texts by the names of docs/formats/mapping.md ({@code orderNo}, {@code phone}, {@code hs} …), weights in grams, lengths
 * in millimetres.
 *
 * @param head what is said once for the order
 * @param lines what is said of each line, in the order of the sender
 */
public record OrderForm(Map<String, String> head, List<Map<String, String>> lines) {}
