package org.tongdao.keys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tongdao.platform.WorkStopped;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One question at a time to the client program of a smart key; after a failure the next question calls anew. */
final class SmartKeyLine implements WebSocket.Listener, AutoCloseable {

    static final String UNREACHABLE = "KEY-UNREACHABLE";
    static final String PIN_REFUSED = "KEY-PIN";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final String HUNG_UP = "";

    private final URI address;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CALL).build();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;
    private int id;

    SmartKeyLine(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** The data of the answer, at least one value. */
    List<String> call(String method, Map<String, String> args) {
        id++;
        var question = new LinkedHashMap<String, Object>();
        question.put("_method", method);
        question.put("_id", id);
        question.put("args", args);
        try {
            var open = open();
            heard.clear();
            open.sendText(JSON.writeValueAsString(question), true).get(CALL.toMillis(), TimeUnit.MILLISECONDS);
            return data(answer());
        } catch (WorkStopped e) {
            if (e.rule().equals(UNREACHABLE)) {
                close();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            close();
            throw unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    private WebSocket open()
            throws InterruptedException, java.util.concurrent.ExecutionException,
                    java.util.concurrent.TimeoutException {
        var known = socket;
        if (known != null && !known.isOutputClosed() && !known.isInputClosed()) {
            return known;
        }
        part.setLength(0);
        var fresh = http.newWebSocketBuilder()
                .connectTimeout(CALL)
                .buildAsync(address, this)
                .get(CALL.toMillis(), TimeUnit.MILLISECONDS);
        socket = fresh;
        return fresh;
    }

    /** Greetings and late answers to earlier questions are passed over. */
    private JsonNode answer() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var text = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (text == null) {
                throw unreachable("no answer within " + patience.toSeconds() + " s", null);
            }
            if (text.equals(HUNG_UP)) {
                throw unreachable("the client hung up", null);
            }
            var answer = json(text);
            if (answer.path("_id").asInt(id) == id
                    && !"open".equals(answer.path("_method").asString(""))) {
                return answer;
            }
        }
    }

    private List<String> data(JsonNode answer) {
        var inner = answer.has("_args") ? answer.path("_args") : answer;
        var errors = strings(inner.path("Error"));
        var data = strings(inner.path("Data"));
        if (inner.path("Result").asBoolean(false) && !data.isEmpty()) {
            return data;
        }
        var words = String.join(" ", errors);
        if (words.matches(".*(PIN|口令|密码|passwd).*")) {
            throw new WorkStopped(
                    PIN_REFUSED,
                    words,
                    "the PIN was refused and is not tried again: correct the secret file, then start again");
        }
        throw unreachable(words.isEmpty() ? "refused without a reason" : words, null);
    }

    private static List<String> strings(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(each -> all.add(each.asString("")));
        return all;
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw unreachable("an answer that is no JSON", e);
        }
    }

    private WorkStopped unreachable(String why, @Nullable Throwable cause) {
        var maybe = "the key may be unplugged, or its client program on that PC may not run";
        return cause == null
                ? new WorkStopped(UNREACHABLE, address + ": " + why, maybe)
                : new WorkStopped(UNREACHABLE, address + ": " + why, maybe, cause);
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

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add(HUNG_UP);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        heard.add(HUNG_UP);
    }

    @Override
    public void close() {
        var known = socket;
        socket = null;
        if (known != null) {
            known.abort();
        }
    }
}
