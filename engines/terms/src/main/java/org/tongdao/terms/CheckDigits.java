package org.tongdao.terms;

/** The check digit algorithms of the identifiers in this package; each takes the payload without its check digit. */
final class CheckDigits {

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private CheckDigits() {}

    /** UPU S10: eight digits, weights 8 6 4 2 3 5 9 7, 11 − (sum mod 11) with 10 → 0 and 11 → 5. */
    static int s10(String eightDigits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += S10_WEIGHTS[i] * digit(eightDigits, i);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }

    /** GS1 mod 10: weights 3 and 1 alternating from the right. */
    static int gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean odd = (digits.length() - i) % 2 == 1;
            sum += digit(digits, i) * (odd ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** Luhn mod 10 as UIC 438 uses it: weights 2 and 1 alternating from the right. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = digit(digits, i) * ((digits.length() - i) % 2 == 1 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** ISO 6346: letters 10…38 without multiples of 11, weight 2^position, sum mod 11 mod 10. */
    static int iso6346(String ownerAndSerial) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += iso6346Value(ownerAndSerial.charAt(i)) << i;
        }
        return sum % 11 % 10;
    }

    private static int iso6346Value(char c) {
        if (c <= '9') {
            return c - '0';
        }
        int value = 10 + (c - 'A');
        return value + (value > 10 ? (c - 'B') / 10 + 1 : 0);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
