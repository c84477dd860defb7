package org.tongdao.platform;

/** Why a job cannot go on now, in the shape of a finding: the job rests, is shown with this, and is tried again. */
public final class WorkStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String value;
    private final String maybe;

    public WorkStopped(String rule, String value, String maybe) {
        super(rule + " " + value);
        this.rule = rule;
        this.value = value;
        this.maybe = maybe;
    }

    public WorkStopped(String rule, String value, String maybe, Throwable cause) {
        super(rule + " " + value, cause);
        this.rule = rule;
        this.value = value;
        this.maybe = maybe;
    }

    public String rule() {
        return rule;
    }

    public String value() {
        return value;
    }

    /** What to do. */
    public String maybe() {
        return maybe;
    }
}
