package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongdao.terms.Finding;

class CodecTest {

    private static final String HEAD =
            "<ceb:CEB506Message xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\" guid=\"%s\" version=\"1.0\">"
                    .formatted(Guid.of("m"));

    @ParameterizedTest
    @MethodSource("org.tongdao.customs.Fixtures#types")
    void everyMessageTypeIsReadAndWrittenBackAlike(CebType type) {
        var first = CebReader.read("fixture", Fixtures.bytes(type));
        assertThat(first.findings()).isEmpty();
        var written = CebWriter.write(first.get());
        var second = CebReader.read("written", written);
        assertThat(second.findings()).isEmpty();
        assertThat(CebWriter.write(second.get())).isEqualTo(written);
        assertThat(elements(written)).isEqualTo(elements(Fixtures.bytes(type)));
    }

    @ParameterizedTest
    @MethodSource("org.tongdao.customs.Fixtures#types")
    void whatIsWrittenIsValidByTheOfficialSchema(CebType type) {
        var message = CebReader.read("fixture", Fixtures.bytes(type)).get();
        var written = type.isSent() ? Envelope.seal(message, Samples.KEY) : CebWriter.write(message);
        assertThat(OfficialSchemas.complaint(type, written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.tongdao.customs.Fixtures#types")
    void goodMessagesHaveNoFindingsOnArrivalButThoseOnCodes(CebType type) {
        var message = CebReader.read("fixture", Fixtures.bytes(type)).get();
        assertThat(CebCheck.check(message, Strictness.INBOUND))
                .noneMatch(Finding::stops)
                .allMatch(f -> List.of("CEB-CODE", "CEB-LENIENT", "CEB-FORMAT-SPEC", "CEB-ROW-NUMBER")
                        .contains(f.rule()));
    }

    @Test
    void aReceiptHasTheseBytes() {
        var type = CebCatalogue.official().get("CEB506");
        var receipt = CebDocument.of(type)
                .put("guid", Guid.of("r"))
                .put("logisticsCode", "6501230001")
                .put("logisticsNo", "LX000000001CN")
                .put("returnStatus", "120")
                .put("returnTime", "20261123180000000")
                .put("returnInfo", "运单 <入库> & \"ok\"")
                .build();
        var xml = new String(
                CebWriter.write(CebMessage.received(Guid.of("m"), List.of(receipt))), StandardCharsets.UTF_8);
        assertThat(xml)
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + HEAD + "<ceb:LogisticsReturn>"
                                + "<ceb:guid>" + Guid.of("r")
                                + "</ceb:guid><ceb:logisticsCode>6501230001</ceb:logisticsCode>"
                                + "<ceb:logisticsNo>LX000000001CN</ceb:logisticsNo><ceb:returnStatus>120</ceb:returnStatus>"
                                + "<ceb:returnTime>20261123180000000</ceb:returnTime>"
                                + "<ceb:returnInfo>运单 &lt;入库&gt; &amp; \"ok\"</ceb:returnInfo></ceb:LogisticsReturn></ceb:CEB506Message>");
        var back = CebReader.read("x", xml.getBytes(StandardCharsets.UTF_8))
                .get()
                .documents()
                .get(0);
        assertThat(back.get("returnInfo")).isEqualTo("运单 <入库> & \"ok\"");
    }

    @Test
    void unknownElementsOrderAndRepetitionAreNotedNotGuessed() {
        var xml = HEAD + "<ceb:LogisticsReturn><ceb:logisticsNo>B</ceb:logisticsNo><ceb:guid>G</ceb:guid>"
                + "<ceb:logisticsNo>C</ceb:logisticsNo><ceb:colour>red</ceb:colour></ceb:LogisticsReturn></ceb:CEB506Message>";
        var reading = read(xml);
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .containsExactly("CEB-ORDER", "CEB-ELEMENT-REPEATED", "CEB-ELEMENT-UNKNOWN");
        assertThat(reading.get().documents().get(0).get("logisticsNo")).isEqualTo("B");
    }

    @Test
    void aTextThatIsNoMessageIsAFinding() {
        assertThat(read("hello").message()).isEmpty();
        assertThat(read("<order/>").findings()).extracting(Finding::rule).containsExactly("CEB-TYPE-UNKNOWN");
        assertThat(read(HEAD).findings()).extracting(Finding::rule).containsExactly("CEB-XML-REFUSED");
    }

    @Test
    void documentsAreCutIntoMessagesOfAHundred() {
        var documents = Collections.nCopies(250, Samples.inventory("1"));
        assertThat(CebMessage.batches(documents)).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(CebMessage.batches(List.of())).isEmpty();
    }

    @Test
    void anAbsentFieldAndAnEmptyFieldAreNotTheSame() {
        var xml = HEAD + "<ceb:LogisticsReturn><ceb:guid></ceb:guid></ceb:LogisticsReturn></ceb:CEB506Message>";
        assertThat(new String(CebWriter.write(read(xml).get()), StandardCharsets.UTF_8))
                .endsWith(xml);
    }

    @Test
    void aFieldThatATypeDoesNotHaveIsAProgrammingError() {
        var document = Samples.inventory("1");
        assertThatThrownBy(() -> document.get("colour")).hasMessageContaining("colour");
        assertThat(document.find("colour")).isEmpty();
        assertThatThrownBy(() -> CebWriter.write(CebMessage.received(
                        "g",
                        List.of(CebDocument.of(document.type())
                                .put("note", "\u0000")
                                .build()))))
                .hasMessageContaining("note");
    }

    private static CebReading read(String xml) {
        return CebReader.read("test", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Element names and texts in their order, without signature, blanks and prefixes. */
    private static String elements(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceAll("(?s)<ds:Signature>.*</ds:Signature>", "")
                .replaceAll("<\\?xml.*\\?>", "")
                .replaceAll(" xmlns:\\w+=['\"][^'\"]*['\"]", "")
                .replaceAll("<(ceb:\\w+) ?/>", "<$1></$1>")
                .replaceAll("<ceb:note></ceb:note></ceb:BaseTransfer>", "</ceb:BaseTransfer>")
                .replaceAll("(version=\"1.0\") (guid=\"[^\"]*\")", "$2 $1")
                .replaceAll("(?s)<!\\[CDATA\\[(.*?)]]>", "$1")
                .replaceAll("\\s+(<)|(>)\\s+", "$1$2")
                .replaceAll("\\s+<", "<")
                .replaceAll("<ceb:note></ceb:note></ceb:BaseTransfer>", "</ceb:BaseTransfer>")
                .strip();
    }
}
