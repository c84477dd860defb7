package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded mutations of good messages for {@link FuzzReaders}; {@code -Dfuzz.inputs=1000000} makes it long. */
class FuzzReadersTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 600);
    private static final String[] TOKENS = {
        "<",
        ">",
        "/>",
        "</",
        "&",
        "&#0;",
        "&#x110000;",
        "]]>",
        "<![CDATA[",
        "<!DOCTYPE x [",
        "<?x ?>",
        "<!--",
        "\u0000",
        "\ud83d\ude80",
        "xmlns:ds=\"",
        "\"",
        "9".repeat(40),
        "-",
        "20261332256199",
        "\uFEFF",
        "ceb:",
        "%s",
        ""
    };

    @Test
    void mutatedMessagesEndInFindingsAndNeverInAnException() {
        var seeds = FuzzSeeds.all();
        var random = new Random(7);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(seeds.get(random.nextInt(seeds.size())), random);
            int number = i;
            assertThatCode(() -> FuzzReaders.fuzzerTestOneInput(input))
                    .as(() -> "input " + number + ": " + new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var text = new StringBuilder(new String(seed, StandardCharsets.UTF_8));
        for (int n = 1 + random.nextInt(4); n > 0 && text.length() > 1; n--) {
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + random.nextInt(60));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.insert(at, text.substring(at, until));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 -> text.setLength(at + 1);
                default -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
