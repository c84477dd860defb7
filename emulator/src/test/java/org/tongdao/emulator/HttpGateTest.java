package org.tongdao.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpGateTest {

    @TempDir
    Path folder;

    private HttpGate gate;

    @BeforeEach
    void open() {
        gate = new HttpGate(0, folder);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aDocumentIsTakenOnceAndTheSameAgainIsTheSame() throws Exception {
        assertThat(ask("PUT", "/customs/out/a.xml", "one").statusCode()).isEqualTo(201);
        assertThat(ask("PUT", "/customs/out/a.xml", "one").statusCode()).isEqualTo(200);
        assertThat(ask("PUT", "/customs/out/a.xml", "two").statusCode()).isEqualTo(409);
        assertThat(folder.resolve("customs/out/a.xml")).hasContent("one");
    }

    @Test
    void theOldestAnswerIsOfferedUntilItIsTakenAway() throws Exception {
        assertThat(ask("GET", "/rail/in", "").statusCode()).isEqualTo(204);
        Files.writeString(folder.resolve("rail/in/2.json"), "{2}");
        Files.writeString(folder.resolve("rail/in/1.json"), "{1}");
        Files.writeString(folder.resolve("rail/in/.0.part"), "half");
        for (int i = 0; i < 2; i++) {
            var offer = ask("GET", "/rail/in", "");
            assertThat(offer.body()).isEqualTo("{1}");
            assertThat(offer.headers().firstValue("X-Message-Key")).hasValue("1.json");
        }
        assertThat(ask("DELETE", "/rail/in/1.json", "").statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", "/rail/in/1.json", "").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/rail/in", "").body()).isEqualTo("{2}");
        assertThat(folder.resolve("rail/done/1.json")).exists();
    }

    @Test
    void nothingElseIsServed() throws Exception {
        for (var path :
                new String[] {"/", "/customs", "/customs/out/..%2F..%2Fx", "/bank/out/a.xml", "/customs/out/.a"}) {
            assertThat(ask("PUT", path, "x").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("GET", "/customs/out", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gate.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
