package org.tongdao.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows nothing, fills in the form token. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String root;
    private String token = "";
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(int port) {
        root = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html,*/*"));
    }

    /** The bytes of a file. */
    byte[] bytes(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(root + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Any page of the world, with its own cookies. */
    HttpResponse<String> open(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*"));
    }

    /** Any method with an empty body and no form token. */
    HttpResponse<String> bare(String method, String path) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Any method, with the form token of a page that everybody opens (asked once, it holds as long as the session), and nothing else in the form; the status. */
    int call(String method, String path) {
        if (method.equals("GET")) {
            return get(path).statusCode();
        }
        if (token.isEmpty()) {
            token = token(get("/today").body());
        }
        return form(path, "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                .statusCode();
    }

    private static String token(String body) {
        var found = TOKEN.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> form(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Fills in a form of the page {@code page} and posts it. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        String fresh = token(get(page).body());
        String form = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form(path, fresh.isEmpty() ? form : form + "&_csrf=" + URLEncoder.encode(fresh, StandardCharsets.UTF_8));
    }

    /** Uploads a text as a file through a form of the page {@code page}. */
    HttpResponse<String> upload(String page, String path, String fileName, String content) {
        return upload(page, path, Map.of(), Map.of("file", new Upload(fileName, content)));
    }

    /** A text that is sent as a file of this name. */
    record Upload(String fileName, String content) {}

    /** Uploads texts as files, with the other fields of the form. */
    HttpResponse<String> upload(String page, String path, Map<String, String> fields, Map<String, Upload> files) {
        String csrf = token(get(page).body());
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        files.forEach((name, file) -> body.append("--part\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + file.fileName() + "\"\r\nContent-Type: text/csv\r\n\r\n" + file.content()
                + "\r\n"));
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("X-CSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body + "--part--\r\n")));
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
