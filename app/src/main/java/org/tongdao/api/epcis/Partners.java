package org.tongdao.api.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;

/** What all EPCIS routes share: whose they are, their versions, and how a page names the next. */
final class Partners {

    static final HttpHeaders VERSIONS = new HttpHeaders();

    static {
        VERSIONS.set("GS1-EPCIS-Version", "2.0");
        VERSIONS.set("GS1-CBV-Version", "2.0");
    }

    private static final int MOST = 200;

    private Partners() {}

    /** A bag holds parcels of many merchants: a key of one of them asks for the timeline of its parcel instead. */
    static void only(HttpServletRequest http) {
        if (Caller.merchant(http).isPresent()) {
            throw ProblemException.notFound();
        }
    }

    static int perPage(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw ProblemException.parameter("perPage", "a number from 1 to " + MOST + ".");
        }
        return wanted;
    }

    /** The versions, and a link to the next page: the same question with another token. */
    static HttpHeaders headers(HttpServletRequest http, Optional<String> next) {
        var headers = new HttpHeaders();
        headers.addAll(VERSIONS);
        next.ifPresent(token -> {
            var question = new StringBuilder(http.getRequestURI() + "?");
            new TreeMap<>(http.getParameterMap()).forEach((name, values) -> {
                if (!name.equals("nextPageToken")) {
                    question.append(encoded(name))
                            .append('=')
                            .append(encoded(values[0]))
                            .append('&');
                }
            });
            headers.set("Link", "<" + question + "nextPageToken=" + token + ">; rel=\"next\"");
        });
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
