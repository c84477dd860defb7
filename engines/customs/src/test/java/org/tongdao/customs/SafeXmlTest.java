package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeXmlTest {

    private static final double LIMIT_MS = 200;
    private static final String ROOT =
            "<ceb:CEB506Message xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\" guid=\"g\" version=\"1.0\">";

    static Stream<Arguments> bombs() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return Stream.of(
                Arguments.of("file", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + field("&e;")),
                Arguments.of("http", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + field("1")),
                Arguments.of(
                        "parameter entity",
                        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>" + field("1")),
                Arguments.of("laughs", laughs + "]>" + field("&a29;")),
                Arguments.of(
                        "quadratic",
                        "<!DOCTYPE x [<!ENTITY q \"" + "q".repeat(50_000) + "\">]>" + field("&q;".repeat(16_000))),
                Arguments.of("undeclared entity", field("&nbsp;")),
                Arguments.of("deep", ROOT + "<a>".repeat(25_000)),
                Arguments.of("attributes", ROOT + "<a " + attributes(9_000) + "/>"),
                Arguments.of("xinclude child", field("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\"/>")),
                Arguments.of("cut off", field("x").substring(0, 150)),
                Arguments.of("binary", "\u0001\u0002\u0003"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void bombsAndOutsideReferencesAreRefusedAtOnce(String name, String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        byte[] good = field("1").getBytes(StandardCharsets.UTF_8);
        CebReader.read("warm-up", good);
        Envelope.open("warm-up", good, Trust.whoeverSigned(), Samples.NOW);
        var reading = atOnce(() -> CebReader.read(name, bytes));
        assertThat(reading.message()).isEmpty();
        assertThat(reading.findings()).anyMatch(f -> f.stops());
        var opened = atOnce(() -> Envelope.open(name, bytes, Trust.whoeverSigned(), Samples.NOW));
        assertThat(opened.holds()).isFalse();
    }

    @Test
    void aBombOfAHundredKilobytesIsRefusedAtOnceEvenCold() {
        var start = "<!DOCTYPE x [<!ENTITY q \"";
        var middle = "\">]>" + ROOT + "<ceb:LogisticsReturn><ceb:logisticsNo>";
        var half = (100_000 - start.length() - middle.length()) / 2;
        byte[] bomb = (start + "q".repeat(half) + middle + "&q;".repeat(half / 3)).getBytes(StandardCharsets.UTF_8);
        assertThat(bomb.length).isBetween(99_900, 100_000);
        assertThat(atOnce(() -> CebReader.read("hundredKilobytes", bomb)).message())
                .isEmpty();
    }

    /** Processor time: the wall clock also counts what the machine does besides. */
    private static <T> T atOnce(Supplier<T> reading) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        T read = reading.get();
        assertThat((threads.getCurrentThreadCpuTime() - began) / 1e6).isLessThan(LIMIT_MS);
        return read;
    }

    @Test
    void otherEncodingsThanUtf8AreNotTakenForIt() {
        assertThat(CebReader.read("utf16", field("1").getBytes(StandardCharsets.UTF_16))
                        .message())
                .isEmpty();
    }

    @Test
    void aPlainMessageIsRead() {
        assertThat(CebReader.read("ok", field("1").getBytes(StandardCharsets.UTF_8))
                        .message())
                .isPresent();
    }

    private static String field(String content) {
        return ROOT + "<ceb:LogisticsReturn><ceb:logisticsNo>" + content
                + "</ceb:logisticsNo></ceb:LogisticsReturn></ceb:CEB506Message>";
    }

    private static String attributes(int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("a").append(i).append("=\"1\" ");
        }
        return all.toString();
    }
}
