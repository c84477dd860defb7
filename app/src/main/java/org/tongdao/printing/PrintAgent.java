package org.tongdao.printing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches copies from the server and prints them, one after the other. */
final class PrintAgent {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final URI server;
    private final String key;
    private final String printer;
    private final PrintTarget target;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    PrintAgent(URI server, String key, String printer, PrintTarget target) {
        this.server = server;
        this.key = key;
        this.printer = printer;
        this.target = target;
    }

    /** What was done with one copy, in a line for the person who looks. */
    record Line(String parcelNo, int copy, String outcome, String why) {}

    /** The next copy, waited for up to {@code waitS} seconds; empty when none came. */
    Optional<Line> step(int waitS) throws IOException, InterruptedException {
        var query =
                "/api/v1/prints/next?printer=" + URLEncoder.encode(printer, StandardCharsets.UTF_8) + "&wait=" + waitS;
        var answer = send(request(query).GET());
        if (answer.statusCode() == 204) {
            return Optional.empty();
        }
        var copy = JSON.readTree(answer.body());
        var tried = target.print(name(copy), copy.path("zpl").asString(""));
        tell(copy.path("id").asString(""), tried);
        return Optional.of(new Line(
                copy.path("parcelNo").asString(""),
                copy.path("copy").asInt(0),
                tried.outcome().name(),
                tried.why()));
    }

    private static String name(JsonNode copy) {
        return copy.path("parcelNo").asString("") + "-" + copy.path("copy").asInt(0);
    }

    private void tell(String id, RawPrinter.Tried tried) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("outcome", tried.outcome().name(), "why", tried.why()));
        send(request("/api/v1/prints/" + id + "/outcome")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new IllegalArgumentException(
                    "the server refuses the key (" + status + "): it needs the scope prints:take and no merchant");
        }
        if (status >= 300) {
            throw new IOException("the server answered " + status);
        }
        return answer;
    }
}
