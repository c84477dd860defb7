package org.tongdao.emulator.customs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a word in an order number asks of the office, so that people can train and tests can choose a course; see docs/formats/emulator.md.
 *
 * @param wish what shall happen
 * @param amount hours or repeats, where the wish has one
 */
record TestNumber(Wish wish, int amount) {

    enum Wish {
        /** TEST-OK: no trouble at all. */
        OK,
        /** TEST-INSPECT: inspected, then released. */
        INSPECT,
        /** TEST-INSPECT-REJECT: inspected, then refused. */
        INSPECT_REJECT,
        /** TEST-MANUAL: an officer looks at it first. */
        MANUAL,
        /** TEST-REJECT-HS: the goods code is doubted. */
        REJECT_HS,
        /** TEST-REJECT-VALUE: the price is doubted. */
        REJECT_VALUE,
        /** TEST-REJECT-WEIGHT: the weight is doubted. */
        REJECT_WEIGHT,
        /** TEST-REJECT-DUP: said to be declared already. */
        REJECT_DUP,
        /** TEST-REJECT-SIGN: the signature is said to be wrong. */
        REJECT_SIGN,
        /** TEST-DELAY or TEST-DELAY-Hn: decided n hours later, 30 when n is missing. */
        DELAY,
        /** TEST-LATE or TEST-LATE-Hn: decided in time, but the receipts are n hours on their way, 48 when n is missing. */
        LATE,
        /** TEST-REPEAT or TEST-REPEAT-Xn: every receipt n times, 3 when n is missing. */
        REPEAT,
        /** TEST-DISORDER: the release arrives before the storage. */
        DISORDER
    }

    private static final Pattern SHAPE = Pattern.compile(
            "TEST-(OK|INSPECT-REJECT|INSPECT|MANUAL|REJECT-HS|REJECT-VALUE|REJECT-WEIGHT|REJECT-DUP|REJECT-SIGN|DELAY|LATE|REPEAT|DISORDER)(?:-[HX](\\d{1,3}))?(?![A-Za-z])");

    static Optional<TestNumber> in(String orderNo) {
        Matcher match = SHAPE.matcher(orderNo);
        if (!match.find()) {
            return Optional.empty();
        }
        var wish = Wish.valueOf(match.group(1).replace('-', '_'));
        return Optional.of(new TestNumber(wish, amount(wish, match.group(2))));
    }

    private static int amount(Wish wish, @Nullable String digits) {
        if (digits != null) {
            return Integer.parseInt(digits);
        }
        return switch (wish) {
            case DELAY -> 30;
            case LATE -> 48;
            case REPEAT -> 3;
            default -> 1;
        };
    }
}
