package org.tongdao.customs;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Compares names, addresses and telephone numbers the way a clerk does. */
final class MatchText {

    /** Country prefixes of the corridor's telephone numbers. */
    private static final Set<String> PREFIXES =
            Set.of("86", "7", "48", "49", "36", "375", "992", "993", "996", "998", "8", "0");

    private MatchText() {}

    /** Letters and digits only, half-width, lower case. */
    static String folded(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(normal.length());
        normal.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Compares free text: alike in all but case, width, blanks and punctuation is near. */
    static MatchStep text(String rule, String left, String right) {
        if (left.equals(right)) {
            return MatchStep.same(rule, left);
        }
        if (folded(left).equals(folded(right)) && !folded(left).isEmpty()) {
            return new MatchStep(
                    rule,
                    MatchVerdict.NEAR_MISS,
                    left,
                    right,
                    "仅大小写、全半角、空格或标点不同",
                    "differs in case, width, blanks or punctuation only");
        }
        return different(rule, left, right);
    }

    /** Compares telephone numbers: the same number with and without country prefix is near. */
    static MatchStep phone(String rule, String left, String right) {
        if (left.equals(right)) {
            return MatchStep.same(rule, left);
        }
        var a = digits(left);
        var b = digits(right);
        if (a.equals(b) && !a.isEmpty()) {
            return new MatchStep(
                    rule, MatchVerdict.NEAR_MISS, left, right, "电话仅分隔符不同", "phone differs in separators only");
        }
        if (prefixed(a, b) || prefixed(b, a)) {
            return new MatchStep(
                    rule, MatchVerdict.NEAR_MISS, left, right, "电话仅国家(地区)前缀不同", "phone differs in country prefix");
        }
        return different(rule, left, right);
    }

    static MatchStep different(String rule, String left, String right) {
        return new MatchStep(rule, MatchVerdict.CONFLICT, left, right, "两份单据不一致", "the two documents differ");
    }

    private static boolean prefixed(String longer, String shorter) {
        int prefix = longer.length() - shorter.length();
        return shorter.length() >= 7
                && prefix > 0
                && longer.endsWith(shorter)
                && PREFIXES.contains(longer.substring(0, prefix));
    }

    private static String digits(String phone) {
        var all = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        return all.startsWith("00") ? all.substring(2) : all;
    }
}
