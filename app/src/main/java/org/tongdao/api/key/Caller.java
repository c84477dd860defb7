package org.tongdao.api.key;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tongdao.api.ApiKey;

/** Who makes a request, found again by the routes. */
public final class Caller {

    private static final String NAME = Caller.class.getName();

    private Caller() {}

    static void set(HttpServletRequest request, ApiKey key) {
        request.setAttribute(NAME, key);
    }

    /** The key of this request; every route but the public ones has one. */
    public static ApiKey of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof ApiKey key) {
            return key;
        }
        throw new IllegalStateException(
                "no key on " + request.getRequestURI() + ". Maybe its line in routes.csv says public.");
    }

    /** The one merchant whose rows this key sees; empty when it sees all of its tenant. */
    public static Optional<String> merchant(HttpServletRequest request) {
        return Optional.of(of(request).merchant()).filter(m -> !m.isEmpty());
    }
}
