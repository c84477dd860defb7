package org.tongdao.settlement;

/** The codes of the accounts that freight moves between. */
final class Accounts {

    /** The other side of what is put right by hand. */
    static final String ADJUSTMENTS = "income/adjustment";

    private Accounts() {}

    /** What a merchant owes. Characters that cannot stand in a code are written as %hex, so that two merchants never share an account. */
    static String receivable(String merchant) {
        var code = new StringBuilder("receivable/");
        merchant.codePoints().forEach(c -> {
            if (Character.isLetter(c) || Character.isDigit(c) || c == '_' || c == '.' || c == '-') {
                code.appendCodePoint(c);
            } else {
                code.append('%').append(Integer.toHexString(c));
            }
        });
        return merchant.isEmpty() ? "receivable/%" : code.toString();
    }

    static String freight(String lane) {
        return "income/freight/" + lane;
    }
}
