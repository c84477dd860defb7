package org.tongdao.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.customs.Signer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the client program answers: methods and shapes as seen in public tools; the words of its errors partly assumed. */
final class SmartKeyAnswers {

    static final String GREETING =
            "{\"_id\":0,\"_method\":\"open\",\"_status\":\"00\",\"_args\":{\"Result\":true,\"Data\":[],\"Error\":[]}}";

    /** Seen in life when the key was pulled or its light was out. */
    private static final List<String> NO_CARD = List.of("[读卡器底层库]复位读卡器失败:错误码=50070", "Err:Custom50070");

    private static final List<String> WRONG_PIN = List.of("口令错误", "Err:Card20050");
    private static final List<String> UNKNOWN = List.of("不支持的方法", "Err:Base10000");
    private static final int PIN_TRIES = 6;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Signer key;
    private final String pin;
    private boolean plugged = true;
    private int wrongPins;
    private int signatures;

    SmartKeyAnswers(Signer key, String pin) {
        this.key = key;
        this.pin = pin;
    }

    synchronized void plugged(boolean now) {
        plugged = now;
    }

    synchronized int signatures() {
        return signatures;
    }

    synchronized String to(String text) {
        try {
            var question = json.readTree(text);
            return answer(question, work(question));
        } catch (JacksonException e) {
            return GREETING.replace("\"open\"", "\"error\"");
        }
    }

    private record Work(List<String> data, List<String> errors) {
        static Work of(String... data) {
            return new Work(List.of(data), List.of());
        }

        static Work failed(List<String> errors) {
            return new Work(List.of(), errors);
        }
    }

    private Work work(JsonNode question) {
        if (!plugged) {
            return Work.failed(NO_CARD);
        }
        var args = question.path("args");
        return switch (question.path("_method").asString("")) {
            case "cus-sec_SpcSignDataAsPEM" -> sign(args);
            case "cus-sec_SpcGetSignCertAsPEM", "cus-sec_SpcGetEnvCertAsPEM" ->
                Work.of(Base64.getEncoder().encodeToString(key.certificate()));
            case "cus-sec_SpcGetCertNo" -> Work.of(key.keyName());
            default -> Work.failed(UNKNOWN);
        };
    }

    private Work sign(JsonNode args) {
        if (wrongPins >= PIN_TRIES || !pin.equals(args.path("passwd").asString(""))) {
            wrongPins++;
            return Work.failed(WRONG_PIN);
        }
        wrongPins = 0;
        signatures++;
        byte[] content = args.path("inData").asString("").getBytes(StandardCharsets.UTF_8);
        return Work.of(Base64.getEncoder().encodeToString(key.sign(content)), key.keyName());
    }

    private String answer(JsonNode question, Work work) {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("Result", work.errors().isEmpty());
        inner.put("Data", work.data());
        inner.put("Error", work.errors());
        return json.writeValueAsString(Map.of(
                "_id",
                question.path("_id").asInt(0),
                "_method",
                question.path("_method").asString(""),
                "_status",
                "00",
                "_args",
                inner));
    }
}
