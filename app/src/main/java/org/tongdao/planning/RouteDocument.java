package org.tongdao.planning;

/**
 * A document that a way needs.
 *
 * @param code {@code route.document.*} of the term base
 * @param source where that is from
 * @param mark how sure it is: a published source, or from memory
 */
public record RouteDocument(String code, String source, String mark) {

    /** Whether a published source says so. */
    public boolean published() {
        return mark.startsWith("[");
    }
}
