package org.tongdao.intake.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Telephone numbers against the numbering plan of the consignee's country. Plans are decided by leading digits and length, so the verdict on a number
 * is kept for its neighbours: only the last four digits are left out of the key.
 */
final class Phones {

    private static final int FREE = 4;
    private static final int KEPT = 50_000;

    /**
     * The answer for one number.
     *
     * @param e164 {@code +} and digits when it is a number of that country, else empty
     * @param other the country whose number it is, when it is another one's
     */
    record Verdict(String e164, Optional<String> other) {}

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final Map<String, Verdict> cache = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
            return size() > KEPT;
        }
    };

    Verdict check(String text, String country) {
        var digits = digits(text);
        if (digits.length() < 6) {
            return new Verdict("", Optional.empty());
        }
        int cut = digits.length() - FREE;
        var sample = digits.substring(0, cut) + "2345";
        var verdict = cache.computeIfAbsent(country + sample, k -> ask(sample, country));
        if (verdict.e164().isEmpty()) {
            return verdict;
        }
        var start = verdict.e164().substring(0, verdict.e164().length() - FREE);
        return new Verdict(start + digits.substring(cut), Optional.empty());
    }

    /** The digits with a leading plus, if there is one; other punctuation goes. */
    private static String digits(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '+' && kept.isEmpty())) {
                kept.append(c);
            } else if (" -().\u00A0/".indexOf(c) < 0) {
                return "";
            }
        }
        return kept.toString();
    }

    private Verdict ask(String digits, String country) {
        try {
            var number = plans.parse(digits, country);
            if (plans.isValidNumberForRegion(number, country)) {
                return new Verdict(plans.format(number, PhoneNumberFormat.E164), Optional.empty());
            }
            var region = plans.isValidNumber(number) ? plans.getRegionCodeForNumber(number) : null;
            return new Verdict("", Optional.ofNullable(region));
        } catch (NumberParseException e) {
            return new Verdict("", Optional.empty());
        }
    }
}
