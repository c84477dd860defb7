package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DxpTest {

    private static final TransferHead HEAD = new TransferHead(
            "M-1",
            "DXPENT0000000001",
            List.of("DXPEDCCEB0000001", "DXPENT0000000002"),
            OffsetDateTime.parse("2026-11-23T18:00:00+08:00"),
            "CEB603Message");
    private static final DxpMessage MESSAGE = new DxpMessage(
            HEAD,
            Envelope.seal(Samples.lists(2), Samples.KEY),
            "list <1>.xml",
            Map.of("copNo", "COP-1", "a\"b", "x & y"));
    private static final DxpServerMessage SERVER = new DxpServerMessage(
            DxpServerMessage.number("NODE0001", Samples.NOW, 17), "1", HEAD.created(), "NODE0002", "NODE0001", MESSAGE);
    private static final DxpReply REPLY = new DxpReply(
            "DXPENT0000000001",
            "NODE0002",
            List.of(
                    new DxpReply.Response(
                            "NODE0001",
                            "0000",
                            "ok",
                            List.of(new DxpReply.Result("DXPEDCCEB0000001", "2001", "指定的接收方不存在", "")),
                            LocalDate.parse("2026-11-23"),
                            "",
                            HEAD),
                    new DxpReply.Response("", "1001", "", List.of(), LocalDate.parse("2026-11-23"), "again", HEAD)));

    @Test
    void aMessageComesOutAsItWentIn() throws Exception {
        byte[] xml = DxpWriter.write(MESSAGE);
        assertThat(DxpReader.message(xml)).isEqualTo(MESSAGE);
        assertThat(OfficialSchemas.transportComplaint(xml)).isEmpty();
        var opened = Envelope.open("inner", DxpReader.message(xml).data(), Trust.whoeverSigned(), Samples.NOW);
        assertThat(opened.holds()).isTrue();
    }

    @Test
    void aMessageBetweenNodesComesOutAsItWentIn() throws Exception {
        byte[] xml = DxpWriter.write(SERVER);
        assertThat(DxpReader.serverMessage(xml)).isEqualTo(SERVER);
        assertThat(OfficialSchemas.transportComplaint(xml)).isEmpty();
        assertThat(SERVER.messageId())
                .isEqualTo("NODE0001202611231800000000000017")
                .hasSize(32);
    }

    @Test
    void anAnswerOfThePlatformIsReadAndItsCodesExplained() throws Exception {
        byte[] xml = DxpWriter.write(REPLY);
        assertThat(DxpReader.reply(xml)).isEqualTo(REPLY);
        assertThat(OfficialSchemas.transportComplaint(xml)).isEmpty();
        assertThat(Advice.of(DxpReader.reply(xml)
                                .responses()
                                .get(0)
                                .results()
                                .get(0)
                                .code())
                        .mapped())
                .isTrue();
    }

    @Test
    void theShortestMessageHasNoAddInfo() throws Exception {
        var plain = new DxpMessage(HEAD, new byte[] {0, 1, (byte) 255}, "", Map.of());
        var xml = new String(DxpWriter.write(plain), StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("AddInfo").contains("<dxp:CreatTime>2026-11-23T18:00:00+08:00</dxp:CreatTime>");
        assertThat(DxpReader.message(DxpWriter.write(plain))).isEqualTo(plain).hasSameHashCodeAs(plain);
    }

    @Test
    void aTimeWithoutOffsetIsOneInChina() throws Exception {
        var xml = new String(DxpWriter.write(MESSAGE), StandardCharsets.UTF_8).replace("18:00:00+08:00", "18:00:00");
        assertThat(DxpReader.message(xml.getBytes(StandardCharsets.UTF_8))
                        .head()
                        .created())
                .isEqualTo(HEAD.created());
    }

    static Stream<Arguments> broken() {
        var good = new String(DxpWriter.write(MESSAGE), StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("other namespace", good.replace(DxpWriter.DXP, "urn:x"), "expected DxpMsg"),
                Arguments.of("no head", good.replaceAll("<dxp:TransInfo>.*</dxp:TransInfo>", ""), "TransInfo once"),
                Arguments.of("data twice", good.replaceAll("(<dxp:Data>.*</dxp:Data>)", "$1$1"), "2 times"),
                Arguments.of("no receiver", good.replaceAll("<dxp:ReceiverId>.*</dxp:ReceiverId>", ""), "receivers"),
                Arguments.of("long sender", good.replace("DXPENT0000000001", "D".repeat(17)), "16 characters"),
                Arguments.of("no time", good.replace("2026-11-23T18", "yesterday"), "not a time"),
                Arguments.of("key twice", good.replace("a&quot;b", "copNo"), "business keys"),
                Arguments.of("doctype", "<!DOCTYPE x>" + good.substring(good.indexOf('\n')), "document types"),
                Arguments.of("deep", "<a>".repeat(30_000), "depth"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void anEnvelopeThatIsNotWholeIsRefused(String name, String xml, String why) {
        assertThatThrownBy(() -> DxpReader.message(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(XmlRefusedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aReplyWithoutAnswerOrWithAWrongDayIsRefused() {
        var good = new String(DxpWriter.write(REPLY), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DxpReader.reply(
                        good.replaceAll("<dxp:Response>.*</dxp:Response>", "").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> DxpReader.reply(good.replace("NoticeTime>2026-11-23", "NoticeTime>23.11.26")
                        .getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not a day");
    }

    @Test
    void aNodeHasEightCharacters() {
        assertThatThrownBy(() -> DxpServerMessage.number("N1", Samples.NOW, 1)).hasMessageContaining("N1");
    }
}
