package org.tongdao.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.SoftKey;

/** The emulated smart key, asked by the WebSocket client of the JDK. */
class SmartKeyServerTest implements WebSocket.Listener {

    private final SoftKey card = SoftKey.create(Instant.parse("2026-01-01T00:00:00Z"), new SecureRandom());
    private final SmartKeyServer server = new SmartKeyServer(0, card, "1234");
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket = HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + server.port()), this)
            .join();

    @AfterEach
    void close() {
        socket.abort();
        server.close();
    }

    @Test
    void itGreetsAndSaysItsNumber() throws InterruptedException {
        assertThat(next()).contains("\"_method\":\"open\"");
        assertThat(ask("cus-sec_SpcGetCertNo", "{}")).contains("\"Result\":true", card.keyName(), "\"_id\":7");
        assertThat(ask("cus-sec_SpcGetSignCertAsPEM", "{}")).contains("MII");
    }

    @Test
    void itSignsLongTextsForTheRightPinOnly() throws InterruptedException {
        next();
        var text = "通道".repeat(30_000);
        assertThat(ask("cus-sec_SpcSignDataAsPEM", "{\"inData\":\"" + text + "\",\"passwd\":\"1234\"}"))
                .contains("\"Result\":true");
        assertThat(server.signatures()).isOne();
        assertThat(ask("cus-sec_SpcSignDataAsPEM", "{\"inData\":\"x\",\"passwd\":\"0000\"}"))
                .contains("\"Result\":false", "口令错误");
        assertThat(server.signatures()).isOne();
    }

    @Test
    void sixWrongPinsLockTheCard() throws InterruptedException {
        next();
        for (int i = 0; i < 6; i++) {
            ask("cus-sec_SpcSignDataAsPEM", "{\"inData\":\"x\",\"passwd\":\"0000\"}");
        }
        assertThat(ask("cus-sec_SpcSignDataAsPEM", "{\"inData\":\"x\",\"passwd\":\"1234\"}"))
                .contains("\"Result\":false");
    }

    @Test
    void whenPulledItAnswersAsTheReaderDoes() throws InterruptedException {
        next();
        server.unplug();
        assertThat(ask("cus-sec_SpcGetCertNo", "{}")).contains("50070", "\"Result\":false");
        server.plug();
        assertThat(ask("cus-sec_SpcGetCertNo", "{}")).contains("\"Result\":true");
    }

    @Test
    void itLeavesItsSlotAfterSoManySignatures() throws InterruptedException {
        next();
        server.unplugAfter(1);
        var question = "{\"inData\":\"x\",\"passwd\":\"1234\"}";
        assertThat(ask("cus-sec_SpcSignDataAsPEM", question)).contains("\"Result\":true");
        assertThat(ask("cus-sec_SpcSignDataAsPEM", question)).contains("50070");
        assertThat(server.signatures()).isOne();
    }

    @Test
    void whatItDoesNotKnowItRefuses() throws InterruptedException {
        next();
        assertThat(ask("cus-sec_SpcDance", "{}")).contains("\"Result\":false");
        socket.sendText("no json", true).join();
        assertThat(next()).contains("\"_method\":\"error\"");
    }

    private String ask(String method, String args) throws InterruptedException {
        socket.sendText("{\"_method\":\"" + method + "\",\"_id\":7,\"args\":" + args + "}", true)
                .join();
        return next();
    }

    private String next() throws InterruptedException {
        var text = heard.poll(10, TimeUnit.SECONDS);
        return text == null ? "" : text;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }
}
