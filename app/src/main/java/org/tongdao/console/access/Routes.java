package org.tongdao.console.access;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may open what: the table routes.csv. A route that is not in it is refused to everybody. */
@Component
public class Routes {

    /** One line of the table; {@code roles} holds role names, or {@code public}. */
    record Route(String method, String path, Set<String> roles, PathPattern pattern) {
        boolean isPublic() {
            return roles.contains("public");
        }
    }

    private final List<Route> routes;

    Routes() {
        var in = Objects.requireNonNull(Routes.class.getResourceAsStream("routes.csv"), "routes.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            routes = rows.stream()
                    .map(row -> route(row.getField("method"), row.getField("path"), row.getField("roles")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("routes.csv", e);
        }
    }

    List<Route> list() {
        return routes;
    }

    /** Whether a role may GET this page: the frame shows only rooms that open. */
    public boolean opens(String role, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return routes.stream()
                .filter(route -> route.method().equals("GET") && route.pattern().matches(parsed))
                .findFirst()
                .map(route -> route.isPublic() || route.roles().contains(role))
                .orElse(false);
    }

    private static Route route(String method, String path, String roles) {
        return new Route(
                method, path, Set.of(roles.strip().split("\\s+")), PathPatternParser.defaultInstance.parse(path));
    }
}
