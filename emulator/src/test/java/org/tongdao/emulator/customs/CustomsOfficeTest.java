package org.tongdao.emulator.customs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Strictness;
import org.xml.sax.SAXException;

class CustomsOfficeTest {

    private static final Instant SENT = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant LATER = SENT.plus(Duration.ofDays(40));

    @TempDir
    Path folder;

    private Declarant declarant;

    @BeforeEach
    void openTheWire() {
        declarant = new Declarant(folder);
    }

    @Test
    void aParcelIsStoredReleasedAndClosedAfterItsTrainWasBound() {
        declarant.declare(SENT, List.of("O1"));
        declarant.bind(SENT.plus(Duration.ofDays(1)), "B1", List.of("O1"));
        run(Conduct.calm());
        assertThat(course("CEB304")).containsExactly("120");
        assertThat(course("CEB506")).containsExactly("120");
        assertThat(course("CEB604")).containsExactly("120", "800", "899");
        assertThat(course("CEB608")).containsExactly("120");
    }

    @Test
    void everyReceiptIsReadAndFoundRightByTheEngine() throws IOException {
        declarant.declare(SENT, orders(300, "WT"));
        declarant.send(SENT, "CEB303", "rubbish", "no xml at all \u0000".getBytes(UTF_8));
        run(Conduct.asInLife());
        for (var file : declarant.files("in")) {
            var reading = CebReader.read(file.toString(), Files.readAllBytes(file));
            assertThat(reading.findings()).isEmpty();
            assertThat(CebCheck.check(reading.get(), Strictness.OUTBOUND).stream()
                            .filter(f -> f.stops()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyReceiptFitsTheOfficialSchema() throws IOException, SAXException {
        var schemas = shared().resolve("reference/customs/xsd/202205");
        assumeTrue(Files.isDirectory(schemas), "the official schemas are not on this machine");
        declarant.declare(SENT, orders(150, "WT"));
        declarant.bind(SENT.plus(Duration.ofDays(3)), "B1", List.of("TEST-OK"));
        declarant.send(SENT, "CEB303", "rubbish", "<a><b></a>".getBytes(UTF_8));
        run(Conduct.asInLife());
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        var export =
                factory.newSchema(schemas.resolve("海关跨境出口业务节点报文定义202205.xsd").toFile());
        for (var file : declarant.files("in")) {
            var schema = file.toString().contains("CEB900")
                    ? factory.newSchema(
                            schemas.resolve("海关跨境进口业务节点报文定义202205.xsd").toFile())
                    : export;
            schema.newValidator().validate(new StreamSource(file.toFile()));
        }
    }

    @Test
    void anOfficeStartedAnewAgainAndAgainSaysTheSameByteForByte() {
        var restless = new Declarant(folder.resolve("b"));
        for (var company : List.of(declarant, restless)) {
            company.declare(SENT, orders(120, "WT"));
        }
        run(Conduct.asInLife());
        for (var now = SENT; now.isBefore(SENT.plus(Duration.ofDays(3))); now = now.plus(Duration.ofHours(2))) {
            new CustomsOffice(folder.resolve("b"), 7, Conduct.asInLife()).deliver(now);
        }
        assertThat(contents(restless)).isEqualTo(contents(declarant));
        assertThat(contents(declarant)).hasSizeGreaterThan(10);
    }

    @Test
    void inLifeReceiptsAreRepeatedLateAndOutOfOrder() {
        declarant.declare(SENT, orders(2000, "WT"));
        run(Conduct.asInLife());
        var all = declarant.receipts().stream()
                .filter(d -> d.type().code().equals("CEB604"))
                .toList();
        var distinct = all.stream().map(d -> d.get("guid")).distinct().count();
        assertThat(all.size() / (double) distinct).isBetween(1.07, 1.14);
        assertThat(overtaken(all)).isBetween(50L, 160L);
    }

    @Test
    void aTamperedMessageIsRefusedForItsSignature() {
        declarant.declare(SENT, List.of("O1"));
        declarant.tamper("CEB603", xml -> xml.replace(">60<", ">61<"));
        run(Conduct.calm());
        assertThat(course("CEB604")).containsExactly("-621029");
    }

    @Test
    void aMessageThatBreaksTheSchemaIsAnsweredBy900WithTheFieldAndTheOriginal() {
        declarant.declare(SENT, List.of("O1"));
        declarant.tamper("CEB303", xml -> xml.replaceAll("<ceb:orderNo>O1</ceb:orderNo>", ""));
        run(Conduct.calm());
        var refusal = declarant.receipts().stream()
                .filter(d -> d.type().code().equals("CEB900"))
                .findFirst()
                .orElseThrow();
        assertThat(refusal.get("returnInfo")).contains("[Code:0002", "orderNo");
        assertThat(refusal.get("oriMessageType")).isEqualTo("CEB303Message");
        assertThat(refusal.get("oriBizMessage")).contains("<ceb:CEB303Message");
        assertThat(course("CEB604")).containsExactly("-301003");
    }

    @Test
    void testNumbersWorkFromTheWireToTheReceipt() {
        declarant.declare(SENT, List.of("TEST-INSPECT-1", "TEST-REJECT-HS-1", "TEST-DISORDER-1", "TEST-REPEAT-X2-1"));
        run(Conduct.asInLife());
        assertThat(of("TEST-INSPECT-1")).containsSubsequence("120", "500", "800");
        assertThat(of("TEST-REJECT-HS-1")).contains("100").doesNotContain("800");
        assertThat(of("TEST-DISORDER-1")).containsSubsequence("800", "120");
        assertThat(of("TEST-REPEAT-X2-1").stream().filter("800"::equals)).hasSize(2);
    }

    @Test
    void inASilentTimeNothingAppearsAndAfterwardsEverything() {
        declarant.declare(SENT, List.of("O1"));
        var silence = with(new Incident(SENT, SENT.plus(Duration.ofHours(6)), Incident.Kind.SILENT));
        new CustomsOffice(folder, 7, silence).deliver(SENT.plus(Duration.ofHours(5)));
        assertThat(declarant.receipts()).isEmpty();
        run(silence);
        assertThat(course("CEB604")).containsExactly("120", "800");
    }

    @Test
    void whileTheKeyFailsOrThePlatformIsDownMessagesAreRefused() {
        declarant.declare(SENT, List.of("O1"));
        run(with(new Incident(SENT, SENT.plusSeconds(1), Incident.Kind.SIGNATURES_FAIL)));
        assertThat(course("CEB304")).containsExactly("-621029");
        var other = new Declarant(folder.resolve("b"));
        other.declare(SENT, List.of("O1"));
        new CustomsOffice(
                        folder.resolve("b"),
                        7,
                        with(new Incident(SENT, SENT.plusSeconds(1), Incident.Kind.MESSAGES_REFUSED)))
                .deliver(LATER);
        assertThat(other.receipts())
                .hasSize(3)
                .allMatch(d -> d.get("returnInfo").contains("[Code:3001"));
    }

    @Test
    void inASlowTimeOfficersTakeLonger() {
        var list = new ParcelList("C1", "TEST-OK", List.of(), 10, 1, false);
        var slow = with(new Incident(SENT, LATER, Incident.Kind.SLOW));
        var usual = new Decision(7, Conduct.calm()).about(list, SENT).get(0).at();
        var slowed = new Decision(7, slow).about(list, SENT).get(0).at();
        assertThat(Duration.between(SENT, slowed))
                .isEqualTo(Duration.between(SENT, usual).multipliedBy(4));
    }

    @Test
    void fiveThousandParcelsAreAnsweredInWellUnderFiveSeconds() {
        declarant.declare(SENT, orders(5000, "WT"));
        var cpu = ManagementFactory.getThreadMXBean();
        long start = cpu.getCurrentThreadCpuTime();
        run(Conduct.asInLife());
        assertThat(declarant.receipts()).hasSizeGreaterThan(20_000);
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static Conduct with(Incident incident) {
        var calm = Conduct.calm();
        return new Conduct(calm.rigour(), calm.post(), calm.hours(), calm.step(), List.of(incident), calm.limits());
    }

    private void run(Conduct conduct) {
        new CustomsOffice(folder, 7, conduct).deliver(LATER);
    }

    private List<String> course(String type) {
        return declarant.receipts().stream()
                .filter(d -> d.type().code().equals(type))
                .map(d -> d.get("returnStatus"))
                .toList();
    }

    private List<String> of(String orderNo) {
        return declarant.receipts().stream()
                .filter(d ->
                        d.type().code().equals("CEB604") && d.get("orderNo").equals(orderNo))
                .map(d -> d.get("returnStatus"))
                .toList();
    }

    /** Lists whose first receipt of all is not the earliest decided. */
    private static long overtaken(List<CebDocument> receipts) {
        var byList = receipts.stream().collect(Collectors.groupingBy(d -> d.get("copNo")));
        return byList.values().stream()
                .filter(list -> !list.get(0)
                        .get("returnTime")
                        .equals(list.stream()
                                .map(d -> d.get("returnTime"))
                                .min(String::compareTo)
                                .orElseThrow()))
                .count();
    }

    private static List<String> orders(int count, String prefix) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }

    private static Map<String, String> contents(Declarant company) {
        var contents = new TreeMap<String, String>();
        for (var file : company.files("in")) {
            try {
                contents.put(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    /** The shared reference beside the checkout; a path that does not exist where there is none. */
    private static Path shared() {
        var set = System.getProperty("tongdao.shared");
        for (var at = Path.of("").toAbsolutePath(); set == null && at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/reference"))) {
                return at.resolve("shared");
            }
        }
        return Path.of(set == null ? "shared" : set);
    }
}
