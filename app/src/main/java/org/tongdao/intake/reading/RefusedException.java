package org.tongdao.intake.reading;

import java.io.Serial;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Stops the reading of a file whose remaining rows cannot be told apart; the caller turns it into a refusal with nothing stored. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Finding why;

    public RefusedException(Finding why) {
        super(why.rule());
        this.why = why;
    }

    static RefusedException of(String rule, Place place, String value, String maybe) {
        return new RefusedException(Finding.error(rule, place, value, maybe));
    }

    public Finding why() {
        return why;
    }
}
