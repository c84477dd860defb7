package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Finding;

class EnvelopeTest {

    private static final byte[] SEALED = Envelope.seal(Samples.lists(3), Samples.KEY);
    private static final String TEXT = new String(SEALED, StandardCharsets.UTF_8);
    private static final String SIGNATURE = TEXT.substring(
            TEXT.indexOf("<ds:Signature "), TEXT.indexOf("</ds:Signature>") + "</ds:Signature>".length());
    private static final String WITHOUT = TEXT.replace(SIGNATURE, "");

    @Test
    void aSealedMessageOpensToWhatWasSigned() {
        var opened = open(TEXT);
        assertThat(opened.findings()).isEmpty();
        assertThat(opened.keyName()).isEqualTo(Samples.KEY.keyName());
        var content = new String(opened.content().orElseThrow(), StandardCharsets.UTF_8);
        assertThat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content).isEqualTo(WITHOUT);
        assertThat(CebReader.read("content", opened.content().orElseThrow())
                        .get()
                        .documents())
                .hasSize(3);
    }

    @Test
    void theSameMessageSealedAgainHasTheSameBytes() {
        assertThat(Envelope.seal(Samples.lists(3), Samples.KEY)).isEqualTo(SEALED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEB303", "CEB505", "CEB603", "CEB607", "CEB311", "CEB621", "CEB711"})
    void exportAndImportMessagesCarryTheSignatureWhereTheSchemaWantsIt(String code) {
        var type = CebCatalogue.official().get(code);
        var message = CebReader.read("fixture", Fixtures.bytes(type)).get();
        assertThat(open(new String(Envelope.seal(message, Samples.KEY), StandardCharsets.UTF_8))
                        .holds())
                .isTrue();
    }

    @Test
    void oneChangedCharacterIsSeen() {
        assertThat(rules(TEXT.replace("25.50", "25.51"))).containsExactly("SIGN-DIGEST");
        assertThat(rules(TEXT.replace("COP-1", "COP-7"))).containsExactly("SIGN-DIGEST");
        assertThat(rules(TEXT.replace("guid=\"", "guid=\"0"))).containsExactly("SIGN-DIGEST");
        assertThat(rules(TEXT.replace("<ceb:Inventory>", " <ceb:Inventory>"))).containsExactly("SIGN-DIGEST");
    }

    @Test
    void aChangeWithAFittingDigestIsSeenByTheSignature() {
        var changed = WITHOUT.replace("25.50", "0.50").substring(WITHOUT.indexOf('\n') + 1);
        var digest = Base64.getEncoder().encodeToString(Sm2.sm3(changed.getBytes(StandardCharsets.UTF_8)));
        var forged = TEXT.replace("25.50", "0.50").replaceAll("<ds:DigestValue>[^<]*", "<ds:DigestValue>" + digest);
        assertThat(rules(forged)).containsExactly("SIGN-VALUE");
    }

    @Test
    void theTextOutsideOfElementsMayBeWrittenDifferently() {
        var other = TEXT.replace("<ceb:note></ceb:note>", "<ceb:note/>")
                .replaceAll("<ds:Transform (Algorithm=\"[^\"]*\")></ds:Transform>", "<ds:Transform  $1 />")
                .replace("积木玩具", "<![CDATA[积木玩具]]>")
                .replace("塑料", "&#x5851;&#x6599;")
                .replace("version=\"1.0\">", " version = '1.0' >");
        assertThat(open(other).findings()).isEmpty();
    }

    static Stream<Arguments> wrapped() {
        var evil = WITHOUT.replace("25.50", "0.01");
        var evilSigned = TEXT.replace("25.50", "0.01");
        var rootEnd = "</ceb:CEB603Message>";
        var object =
                SIGNATURE.replace("</ds:Signature>", "<ds:Object>" + inner(WITHOUT) + "</ds:Object></ds:Signature>");
        return Stream.of(
                Arguments.of("no signature", WITHOUT),
                Arguments.of("original inside of an object", evilSigned.replace(SIGNATURE, object)),
                Arguments.of(
                        "original as a sibling in a wrapper",
                        evil.replace(rootEnd, "<ceb:Wrapper>" + inner(TEXT) + "</ceb:Wrapper>" + rootEnd)),
                Arguments.of(
                        "signed message as child of another root",
                        "<ceb:CEB603Message xmlns:ceb=\"" + CebWriter.CEB + "\" guid=\"x\" version=\"1.0\">"
                                + inner(TEXT) + rootEnd),
                Arguments.of("two signatures", TEXT.replace(SIGNATURE, SIGNATURE + SIGNATURE)),
                Arguments.of("signature first", evil.replaceFirst("<ceb:Inventory>", SIGNATURE + "<ceb:Inventory>")),
                Arguments.of(
                        "signature inside of a document",
                        TEXT.replace(SIGNATURE, "")
                                .replaceFirst("</ceb:InventoryHead>", SIGNATURE + "</ceb:InventoryHead>")),
                Arguments.of(
                        "document behind the signature",
                        TEXT.replace(rootEnd, "<ceb:Inventory></ceb:Inventory>" + rootEnd)),
                Arguments.of("reference to an id", TEXT.replace("URI=\"\"", "URI=\"#signed\"")),
                Arguments.of("reference to a file", TEXT.replace("URI=\"\"", "URI=\"file:///etc/passwd\"")),
                Arguments.of("reference without target", TEXT.replace(" URI=\"\"", "")),
                Arguments.of("second reference", TEXT.replaceAll("(<ds:Reference .*</ds:Reference>)", "$1$1")),
                Arguments.of("second transform", TEXT.replaceAll("(<ds:Transform .*</ds:Transform>)", "$1$1")),
                Arguments.of(
                        "xslt transform",
                        TEXT.replace(SignatureParts.ENVELOPED, "http://www.w3.org/TR/1999/REC-xslt-19991116")),
                Arguments.of(
                        "weak digest",
                        TEXT.replace(SignatureProfile.SM2_SM3.digestMethod(), SignatureParts.DS + "sha1")),
                Arguments.of(
                        "other method",
                        TEXT.replace(SignatureProfile.SM2_SM3.method(), SignatureParts.DS + "hmac-sha1")),
                Arguments.of("processing instruction", TEXT.replace("<ceb:BaseTransfer>", "<?x y?><ceb:BaseTransfer>")),
                Arguments.of("doctype", TEXT.replace("?>\n", "?>\n<!DOCTYPE x>")),
                Arguments.of("broken base64", TEXT.replaceAll("<ds:SignatureValue>..", "<ds:SignatureValue>*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void wrappedAndTwistedSignaturesAreRefused(String name, String xml) {
        assertThat(xml).isNotEqualTo(TEXT);
        var opened = open(xml);
        assertThat(opened.holds()).isFalse();
        assertThat(opened.findings()).extracting(Finding::rule).containsExactly("SIGN-FORM");
    }

    /** XSW1 to XSW8 of Somorovsky et al. (USENIX Security 2012), carried over from SAML assertions to our messages. */
    static Stream<Arguments> xswVariants() {
        var rootEnd = "</ceb:CEB603Message>";
        var evil = WITHOUT.replace("25.50", "0.01");
        var original = inner(TEXT);
        var withoutSignature = inner(WITHOUT);
        var signatureEnd = "</ds:Signature>";
        var holding = SIGNATURE.replace(signatureEnd, withoutSignature + signatureEnd);
        var object = SIGNATURE.replace(signatureEnd, "<ds:Object>" + withoutSignature + "</ds:Object>" + signatureEnd);
        var extension = "<ceb:ExtendMessage>" + withoutSignature + "</ceb:ExtendMessage>";
        var document = TEXT.substring(
                TEXT.indexOf("<ceb:Inventory>"), TEXT.indexOf("</ceb:Inventory>") + "</ceb:Inventory>".length());
        var evilDocument = document.replace("25.50", "0.01").replace("COP-0", "COP-9");
        return Stream.of(
                Arguments.of("XSW1", evil.replace(rootEnd, holding + rootEnd)),
                Arguments.of("XSW2", evil.replace(rootEnd, withoutSignature + SIGNATURE + rootEnd)),
                Arguments.of("XSW3", TEXT.replaceFirst("<ceb:Inventory>", evilDocument + "<ceb:Inventory>")),
                Arguments.of("XSW4", evil.replace(rootEnd, original + rootEnd)),
                Arguments.of("XSW5", evil.replace(rootEnd, SIGNATURE + withoutSignature + rootEnd)),
                Arguments.of(
                        "XSW6",
                        evil.replace(
                                rootEnd,
                                SIGNATURE.replace("<ds:KeyInfo>", withoutSignature + "<ds:KeyInfo>") + rootEnd)),
                Arguments.of("XSW7", evil.replace(rootEnd, extension + SIGNATURE + rootEnd)),
                Arguments.of("XSW8", evil.replace(rootEnd, object + rootEnd)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xswVariants")
    void eachOfTheEightKnownWrappingsIsRefused(String name, String xml) {
        assertThat(xml).isNotEqualTo(TEXT).contains("0.01");
        var opened = open(xml);
        assertThat(opened.holds()).isFalse();
        assertThat(opened.content()).isEmpty();
        assertThat(opened.findings())
                .extracting(Finding::rule)
                .hasSize(1)
                .allMatch(r -> r.matches("SIGN-(FORM|DIGEST)"));
    }

    @Test
    void aCommentInsideOfAValueDoesNotChangeWhatIsRead() {
        var opened = open(TEXT.replace("COP-1", "COP<!-- x -->-1"));
        assertThat(opened.holds()).isTrue();
        var documents =
                CebReader.read("c", opened.content().orElseThrow()).get().documents();
        assertThat(documents.get(1).get("copNo")).isEqualTo("COP-1");
    }

    @Test
    void onlyCertificatesThatCountAreAccepted() {
        var stranger = SoftKey.create(Samples.NOW, new SecureRandom());
        var sealed = Envelope.seal(Samples.lists(1), stranger);
        var opened = Envelope.open("x", sealed, Trust.only(Samples.KEY.certificate()), Samples.NOW);
        assertThat(opened.findings()).extracting(Finding::rule).containsExactly("SIGN-CERTIFICATE-UNKNOWN");
        assertThat(Envelope.open("x", sealed, Trust.whoeverSigned(), Samples.NOW)
                        .holds())
                .isTrue();
    }

    @Test
    void aCertificateCountsOnlyWhileItIsValid() {
        var later = Samples.NOW.plus(Duration.ofDays(8000));
        assertThat(Envelope.open("x", SEALED, Trust.whoeverSigned(), later).findings())
                .extracting(Finding::rule)
                .containsExactly("SIGN-CERTIFICATE-EXPIRED");
    }

    @Test
    void receiptsAreNotSigned() {
        var receipt = CebDocument.of(CebCatalogue.official().get("CEB604")).build();
        assertThatThrownBy(() -> Envelope.seal(CebMessage.received(Guid.of("r"), List.of(receipt)), Samples.KEY))
                .hasMessageContaining("CEB604");
    }

    @Test
    void theDigestIsThatOfTheStandard() {
        // GB/T 32905 appendix A.1
        assertThat(Sm2.sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .asHexString()
                .isEqualToIgnoringCase("66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0");
        assertThat(new SM3Digest().getAlgorithmName()).isEqualTo("SM3");
    }

    private static String inner(String xml) {
        return xml.substring(xml.indexOf('\n') + 1);
    }

    private static Opened open(String xml) {
        return Envelope.open(
                "sealed.xml", xml.getBytes(StandardCharsets.UTF_8), Trust.only(Samples.KEY.certificate()), Samples.NOW);
    }

    private static List<String> rules(String xml) {
        return open(xml).findings().stream().map(Finding::rule).toList();
    }
}
