package org.tongdao.keys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.SignatureProfile;
import org.tongdao.customs.Signer;
import org.tongdao.platform.WorkStopped;
import tools.jackson.databind.json.JsonMapper;

/** A key at a PC where {@code bin/tongdao signer} runs: the private key and its PIN never come here. See docs/formats/keys.md. */
final class AgentKey implements Signer, Probed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI address;
    private final Supplier<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable About about;

    AgentKey(URI address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    /** What an agent says of its key; the certificate is DER in base64. */
    record About(String keyName, SignatureProfile profile, String certificate) {}

    /** Why it does not sign. */
    record Refusal(String rule, String value, String maybe) {}

    @Override
    public byte[] sign(byte[] content) {
        return ask(request("/sign").POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    @Override
    public byte[] certificate() {
        return Base64.getDecoder().decode(about().certificate());
    }

    @Override
    public String keyName() {
        return about().keyName();
    }

    @Override
    public SignatureProfile profile() {
        return about().profile();
    }

    @Override
    public synchronized void probe() {
        about = JSON.readValue(ask(request("/key")), About.class);
    }

    private synchronized About about() {
        if (about == null) {
            about = JSON.readValue(ask(request("/key")), About.class);
        }
        return about;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private byte[] ask(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer.statusCode() == 503) {
                var refusal = JSON.readValue(answer.body(), Refusal.class);
                throw new WorkStopped(refusal.rule(), "agent " + address + ": " + refusal.value(), refusal.maybe());
            }
            throw new WorkStopped(
                    "KEY-AGENT",
                    address + ": status " + answer.statusCode(),
                    "compare the token here and at the agent");
        } catch (IOException e) {
            throw new WorkStopped(
                    "KEY-UNREACHABLE",
                    address + ": " + e.getClass().getSimpleName(),
                    "the agent (bin/tongdao signer) may not run on that PC",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the agent was asked", e);
        }
    }
}
