package org.tongdao.console.scan;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongdao.bench.ScanAnswer;
import org.tongdao.console.frame.Glossary;
import org.tongdao.console.frame.Places;

/** Says an answer of the bench in the words of the person who stands there. */
@Component
class ScanWords {

    /**
     * An answer as the page shows it.
     *
     * @param title what happened, in two to six words
     * @param value what it is about
     * @param todo what to do now
     * @param label number whose label is to be printed, empty when none is
     * @param printer where it is on its way to, empty when the place has none
     */
    record Said(
            String id,
            long scanId,
            String severity,
            String act,
            String rule,
            String title,
            String value,
            String todo,
            String kind,
            String subject,
            String target,
            int inside,
            String label,
            String printer) {}

    private final Glossary terms;
    private final Places places;

    ScanWords(Glossary terms, Places places) {
        this.terms = terms;
        this.places = places;
    }

    Said say(ScanAnswer answer, String printer, Locale language) {
        String title = answer.rule().isEmpty()
                ? text("scan.act." + answer.act(), language)
                : terms.rule(answer.rule(), language);
        return new Said(
                answer.id().toString(),
                answer.scanId(),
                answer.severity(),
                answer.act(),
                answer.rule(),
                title,
                value(answer.value(), language),
                text(answer.rule().isEmpty() ? "scan.next." + answer.act() : "scan.do." + answer.rule(), language),
                answer.kind(),
                answer.subject(),
                answer.target(),
                answer.inside(),
                answer.act().equals("LABELLED") ? answer.subject() : "",
                printer);
    }

    /** A hub by its name, a reason by its words, anything else as it is. */
    String value(String value, Locale language) {
        String node = value.length() >= 3 ? value.substring(0, 3) : "";
        if (places.knows(node) && (value.length() == 3 || value.charAt(3) == ' ')) {
            return places.name(node, language) + value.substring(3);
        }
        return terms.find("scan.reason." + value.replace("TD-R-", ""), language).orElse(value);
    }

    String text(String key, Locale language) {
        return terms.find(key, language).orElse("");
    }
}
