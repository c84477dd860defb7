package org.tongdao.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What a body must be. Asked by the route itself, so that the refusal is a problem like all others. */
public final class MediaTypes {

    private MediaTypes() {}

    /** Ends the request unless it says that its body is JSON. */
    public static void json(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.matches("(?i)application/(\\w+\\+)?json\\s*(;.*)?")) {
            throw new ProblemException(Problem.of(415, "media-type", "Send application/json."));
        }
    }
}
