package org.tongdao.customs;

/**
 * One comparison of the three-document match, for the trace.
 *
 * @param rule stable id such as {@code AMOUNT}
 * @param verdict of this comparison alone
 * @param left what the first document says, ids shortened
 * @param right what the second says; empty when it is missing
 * @param zh why, in Chinese; empty when both say the same
 * @param en the same in English
 */
public record MatchStep(String rule, MatchVerdict verdict, String left, String right, String zh, String en) {

    static MatchStep same(String rule, String value) {
        return new MatchStep(rule, MatchVerdict.MATCHED, value, value, "", "");
    }

    static MatchStep missing(String rule, String key, String zh, String en) {
        return new MatchStep(rule, MatchVerdict.MISSING, key, "", zh, en);
    }

    @Override
    public String toString() {
        return rule + " " + verdict + (left.equals(right) ? " '" + left + "'" : " '" + left + "' / '" + right + "'")
                + (en.isEmpty() ? "" : ": " + en);
    }
}
