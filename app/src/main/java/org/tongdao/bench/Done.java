package org.tongdao.bench;

import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * How one scan ended.
 *
 * @param act empty when nothing was done
 * @param next what is open at the station from now on
 * @param after what is written down beside the scan, once it has its number
 */
record Done(
        String act, Named subject, String target, String next, Optional<Finding> finding, String value, Note after) {

    /** A fact that needs the number of its scan. */
    @FunctionalInterface
    interface Note {
        void write(long scanId);
    }

    /** Kind and number of a thing. */
    record Named(String kind, String number) {
        static final Named NOBODY = new Named("", "");

        static Named parcel(String number) {
            return new Named("PARCEL", number);
        }

        static Named bag(String number) {
            return new Named("BAG", number);
        }

        static Named container(String number) {
            return new Named("CONTAINER", number);
        }
    }

    static Done of(String act, Named subject, String target, String value) {
        return new Done(act, subject, target, target, Optional.empty(), value, scan -> {});
    }

    static Done refused(Named subject, String target, Finding finding) {
        return new Done("", subject, target, target, Optional.of(finding), finding.value(), scan -> {});
    }

    static Done refused(Named subject, String target, String rule, String value, String maybe) {
        return refused(subject, target, Finding.error(rule, Place.of("scan"), value, maybe));
    }

    /** Done, unless the finding says not. */
    Done unless(Optional<Finding> against) {
        return against.isEmpty() ? this : refused(subject, target, against.get());
    }

    Done doubted(Finding warning) {
        return new Done(act, subject, target, next, Optional.of(warning), warning.value(), after);
    }

    Done then(Note note) {
        return new Done(act, subject, target, next, finding, value, note);
    }

    Done next(String open) {
        return new Done(act, subject, target, open, finding, value, after);
    }

    String severity() {
        if (act.isEmpty()) {
            return "ERROR";
        }
        return finding.isPresent() ? "WARNING" : "OK";
    }
}
