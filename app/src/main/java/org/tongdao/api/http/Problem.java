package org.tongdao.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param code stable; the last part of {@code type}
 * @param errors one for each fault, empty when the request as a whole is at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String code, List<Fault> errors) {

    /**
     * One fault.
     *
     * @param pointer JSON pointer into the request's body
     * @param code rule of docs/formats/findings.md
     * @param severity ERROR stops the order, WARNING tells what was noticed or changed
     * @param title the rule in the reader's language
     * @param value as it was read
     * @param fix what to do
     */
    public record Fault(String pointer, String code, String severity, String title, String value, String fix) {}

    /** The media type of problems. */
    public static final String TYPE = "application/problem+json";

    public static Problem of(int status, String code, String title) {
        return of(status, code, title, List.of());
    }

    public static Problem of(int status, String code, String title, List<Fault> errors) {
        return new Problem("urn:tongdao:problem:" + code, title, status, code, errors);
    }
}
