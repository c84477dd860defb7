package org.tongdao.console.frame;

/** The colour in which an outcome of customs, or our own refusal (RULE), is shown: ok, warn, bad, or none. */
public final class Tone {

    private Tone() {}

    public static String of(String outcome) {
        return switch (outcome) {
            case "RELEASED", "CLOSED", "ACCEPTED", "STORED" -> "ok";
            case "REFUSED", "DETAINED", "RETURNED", "RULE" -> "bad";
            case "INSPECTION", "REVIEW", "UNSENT" -> "warn";
            default -> "";
        };
    }
}
