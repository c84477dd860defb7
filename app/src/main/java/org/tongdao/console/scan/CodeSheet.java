package org.tongdao.console.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.tongdao.intake.Labels;

/** The codes that are printed once and hang at the bench: what would need a key or a mouse is scanned instead. */
final class CodeSheet {

    private static final List<String> COMMANDS = List.of("TD-ACK", "TD-UNDO", "TD-NEW-BAG", "TD-40HC", "TD-20GP");
    private static final int PLACES = 9;

    private CodeSheet() {}

    /** A code and its drawing. */
    record Card(String code, String name, String image) {}

    static List<Card> commands() {
        return COMMANDS.stream().map(code -> card(code, code.substring(3))).toList();
    }

    static List<Card> reasons(List<String> reasons) {
        return reasons.stream().map(r -> card("TD-R-" + r, r)).toList();
    }

    static List<Card> places() {
        return IntStream.rangeClosed(1, PLACES)
                .mapToObj(n -> card("LOC-URC-BENCH" + n, "URC BENCH " + n))
                .toList();
    }

    private static Card card(String code, String name) {
        byte[] svg = Labels.code128(code).getBytes(StandardCharsets.UTF_8);
        return new Card(
                code, name, "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
    }
}
