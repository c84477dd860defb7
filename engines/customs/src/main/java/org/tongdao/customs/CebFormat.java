package org.tongdao.customs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of one field as the catalogue writes it: {@code C36} exactly 36 characters, {@code C..18} up to 18, {@code C1..18} and {@code C3..4} from
 * and to, {@code C} any text, {@code N19,5} a number of at most 19 digits of which 5 behind the point, {@code N9} a whole number, {@code N} a number.
 *
 * @param number a number, otherwise text
 * @param min fewest characters
 * @param max most characters, or most digits
 * @param decimals most digits behind the point
 */
public record CebFormat(String text, boolean number, int min, int max, int decimals) {

    private static final Pattern TEXT = Pattern.compile("C(\\d*)(\\.\\.)?(\\d*)");
    private static final Pattern NUMBER = Pattern.compile("N(\\d*)(?:,(\\d+))?");
    private static final int ANY = Integer.MAX_VALUE;

    public static CebFormat parse(String text) {
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            int decimals = number.group(2) == null ? 0 : Integer.parseInt(number.group(2));
            return new CebFormat(text, true, 1, limit(number.group(1), ANY), decimals);
        }
        var characters = TEXT.matcher(text);
        if (characters.matches()) {
            return ofText(text, characters);
        }
        throw new IllegalArgumentException("no field format: '" + text + "'. Maybe C36, C..18 or N19,5 was meant.");
    }

    private static CebFormat ofText(String text, Matcher parts) {
        boolean range = parts.group(2) != null;
        int first = limit(parts.group(1), 0);
        int max = range ? limit(parts.group(3), ANY) : parts.group(1).isEmpty() ? ANY : first;
        return new CebFormat(text, false, first, max, 0);
    }

    /** Whether a value that is present has this shape. */
    public boolean accepts(String value) {
        return number ? isNumber(value) : isText(value);
    }

    private boolean isText(String value) {
        int length = value.length();
        if (length <= max && min == 0) {
            return true;
        }
        int points = value.codePointCount(0, length);
        return points >= min && points <= max;
    }

    private boolean isNumber(String value) {
        int start = !value.isEmpty() && value.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        int digits = value.length() - start - (point < 0 ? 0 : 1);
        int behind = point < 0 ? 0 : value.length() - point - 1;
        return digits >= 1 && digits <= max && behind <= decimals && point != value.length() - 1;
    }

    private static int limit(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }
}
