package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionTest {

    private static final String OWN = "<a:mark xmlns:a=\"urn:a\"><a:colour>red &amp; blue</a:colour></a:mark>";

    @Test
    void inExportsItStandsBehindTheSignatureInImportsBefore() throws Exception {
        assertThat(sealed("CEB603", OWN)).containsSubsequence("</ds:Signature>", "<ceb:ExtendMessage>");
        assertThat(sealed("CEB621", OWN)).containsSubsequence("</ceb:ExtendMessage>", "<ds:Signature ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OWN,
                "",
                "<ceb:mark xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\">1</ceb:mark>",
                "<plain></plain>"
            })
    void itIsSignedReadBackAndValidByTheOfficialSchema(String content) throws Exception {
        for (var code : new String[] {"CEB603", "CEB621"}) {
            byte[] xml = sealed(code, content).getBytes(StandardCharsets.UTF_8);
            var opened = Envelope.open(code, xml, Trust.only(Samples.KEY.certificate()), Samples.NOW);
            assertThat(opened.findings()).isEmpty();
            var back = CebReader.read(code, opened.content().orElseThrow()).get();
            assertThat(back.extension().orElseThrow().name()).isEqualTo("mark");
            assertThat(back.extension().orElseThrow().version()).isEqualTo("1.0");
            assertThat(Envelope.seal(back, Samples.KEY)).isEqualTo(xml);
            assertThat(OfficialSchemas.complaint(back.type(), xml)).isEmpty();
        }
    }

    @Test
    void aChangeInItBreaksTheSignature() throws Exception {
        var xml = sealed("CEB603", OWN).replace("red", "rot").getBytes(StandardCharsets.UTF_8);
        assertThat(Envelope.open("x", xml, Trust.whoeverSigned(), Samples.NOW).findings())
                .extracting(f -> f.rule())
                .containsExactly("SIGN-DIGEST");
    }

    @Test
    void textThatIsNoElementIsRefused() {
        assertThatThrownBy(() -> Extension.of("mark", "1.0", "<a><b></a>")).isInstanceOf(XmlRefusedException.class);
        assertThatThrownBy(() -> new Extension("mark", "1.0", "<a>").inMessage())
                .hasMessageContaining("mark");
    }

    private static String sealed(String code, String content) throws XmlRefusedException {
        var type = CebCatalogue.official().get(code);
        var message = CebReader.read("fixture", Fixtures.bytes(type)).get().with(Extension.of("mark", "1.0", content));
        return new String(Envelope.seal(message, Samples.KEY), StandardCharsets.UTF_8);
    }
}
