package org.tongdao.api.key;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which scope opens which route: the table routes.csv. What is not in it does not exist for anybody. */
@Component
public class ApiRoutes {

    /** One line of the table; the scope is a scope or {@code public}. */
    public record Route(String method, String path, String scope, PathPattern pattern) {
        boolean isPublic() {
            return scope.equals("public");
        }
    }

    private final List<Route> routes;

    ApiRoutes() {
        var in = Objects.requireNonNull(
                ApiRoutes.class.getResourceAsStream("/org/tongdao/api/routes.csv"), "routes.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            routes = rows.stream()
                    .map(row -> route(row.getField("method"), row.getField("path"), row.getField("scope")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("routes.csv", e);
        }
    }

    public List<Route> list() {
        return routes;
    }

    Optional<Route> find(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        Route found = null;
        for (var route : routes) {
            boolean hit = route.method().equals(method) && route.pattern().matches(parsed);
            if (hit
                    && (found == null
                            || PathPattern.SPECIFICITY_COMPARATOR.compare(route.pattern(), found.pattern()) < 0)) {
                found = route;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Route route(String method, String path, String scope) {
        return new Route(method, path, scope, PathPatternParser.defaultInstance.parse(path));
    }
}
