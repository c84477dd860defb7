package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.List;

/**
 * One step of how a figure at the country of arrival came about, as a kind and its values, so that it can be told in every language.
 *
 * <p>The English text is here ({@link #text()}); the others are in the term base under {@code arrival.step.} and the name of the kind.
 *
 * @param values in the order of the places {@code {0}}, {@code {1}}, … of the kind; amounts in euro, weights in kilograms
 */
public record FarStep(Kind kind, List<String> values) {

    /** What a step says. */
    public enum Kind {
        LOW_VALUE("value EUR {0} up to EUR {1}"),
        HIGH_VALUE("value EUR {0} above EUR {1}"),
        NO_FLAT_DUTY("no flat duty on {0}"),
        FLAT_DUTY("{0} distinct HS6 and origin × EUR {1} = EUR {2}"),
        NATIONAL_FEE("national fee of {0} EUR {1}"),
        VAT_AT_SALE("VAT was paid at the sale (IOSS)"),
        VAT_ON_ARRIVAL("VAT is due on arrival at the rate of the country, not in our data"),
        FREE_UP_TO("value EUR {0}, {1} kg; free up to EUR {2}"),
        FREE_UP_TO_WEIGHT("value EUR {0}, {1} kg; free up to EUR {2} and {3} kg"),
        DUTY_ON_ALL("duty of the full value EUR {0}, by weight at least EUR {1}: EUR {2}"),
        DUTY_ON_EXCESS("duty of the excess of EUR {0}: EUR {1}, by weight at least EUR {2}: EUR {3}"),
        VAT("VAT {0} % of EUR {1} = EUR {2}"),
        VAT_UNKNOWN("VAT of {0} is not in our data"),
        UNCONFIRMED("the start of these rules is not confirmed; by those before {0} duty would be EUR {1}");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    public FarStep {
        values = List.copyOf(values);
    }

    static FarStep of(Kind kind, Object... values) {
        return new FarStep(kind, List.of(values).stream().map(FarStep::number).toList());
    }

    private static String number(Object value) {
        return value instanceof BigDecimal amount ? RetailExport.number(amount) : value.toString();
    }

    /** The step in English. */
    public String text() {
        var text = kind.english();
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", values.get(i));
        }
        return text;
    }
}
