package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;

class ReceiptTest {

    private static final List<String> STATUSES =
            List.of("1", "2", "3", "4", "120", "300", "399", "500", "599", "100", "-621029", "800", "899", "777");

    @Test
    void anyOrderAndAnyRepetitionOfReceiptsEndsInTheSameState() {
        for (int trial = 0; trial < 500; trial++) {
            var random = Dice.of(7, "trial" + trial);
            var receipts = new ArrayList<Receipt>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                var status = STATUSES.get(random.nextInt(STATUSES.size()));
                receipts.add(receipt(status, "2026112318000" + random.nextInt(3) + "000"));
            }
            var state = DocumentState.of(receipts);
            var shuffled = new ArrayList<>(receipts);
            shuffled.addAll(receipts.subList(0, random.nextInt(receipts.size())));
            Collections.shuffle(shuffled, new Random(trial));
            assertThat(DocumentState.of(shuffled)).isEqualTo(state);
            var more = new ArrayList<>(receipts);
            more.add(receipt("2", "20261201000000000"));
            assertThat(DocumentState.of(more).outcome())
                    .as("a late word of the e-port does not move it backwards")
                    .isIn(state.outcome(), Outcome.SENT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 3', SENT", "'3 120', STORED", "'120 300', REVIEW", "'500 120', INSPECTION", "'800 500 120', RELEASED",
        "'100 500', REFUSED", "'899 800', CLOSED", "'-301008', REFUSED", "'599 500', DETAINED", "'4 1', UNSENT",
        "'777', SENT", "'399', ACCEPTED"
    })
    void theFurthestStatusCounts(String statuses, Outcome outcome) {
        var receipts = new ArrayList<Receipt>();
        for (var status : statuses.split(" ")) {
            receipts.add(receipt(status, "20261123180000000"));
        }
        assertThat(DocumentState.of(receipts).outcome()).isEqualTo(outcome);
    }

    @Test
    void nothingReceivedMeansSent() {
        assertThat(DocumentState.of(List.of()).outcome()).isEqualTo(Outcome.SENT);
        assertThat(DocumentState.of(List.of()).decisive()).isEmpty();
    }

    @Test
    void aReceiptFindsItsDocumentByTheBusinessKeyNotByItsNumber() {
        var list = Samples.inventory("7");
        var answer = CebDocument.of(CebCatalogue.official().get("CEB604"))
                .put("guid", Guid.of("something else"))
                .put("agentCode", "6501230001")
                .put("copNo", "COP-7")
                .put("preNo", "B20261123000000007")
                .put("invtNo", "94002026E000000007")
                .put("returnStatus", "800")
                .put("returnTime", "20261123183005123")
                .put("returnInfo", "[Code:2600;Desc:放行]")
                .build();
        var receipt = Receipt.of(answer);
        assertThat(receipt.key()).isEqualTo(ReceiptKey.of(list)).isEqualTo("CEB604|6501230001|COP-7");
        assertThat(receipt.outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.code()).isEqualTo("2600");
        assertThat(receipt.at()).contains(Instant.parse("2026-11-23T10:30:05.123Z"));
        assertThat(DocumentState.of(List.of(receipt)).invtNo()).isEqualTo("94002026E000000007");
    }

    @Test
    void everyReceiptOfTheFixturesHasTheKeyOfADocument() {
        for (var code : List.of("CEB304", "CEB506", "CEB604", "CEB608", "CEB622", "CEB404", "CEB702")) {
            var type = CebCatalogue.official().get(code);
            var document =
                    CebReader.read("x", Fixtures.bytes(type)).get().documents().get(0);
            assertThat(ReceiptKey.of(document)).startsWith(code + "|").doesNotContain("||");
        }
    }

    @Test
    void aTypeWithoutReceiptsHasNoKey() {
        var result = CebDocument.of(CebCatalogue.official().get("CEB792")).build();
        assertThat(ReceiptKey.find(result)).isEmpty();
        assertThatThrownBy(() -> ReceiptKey.of(result)).hasMessageContaining("CEB792");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "20261123",
                "2026112318300512",
                "202611231830051234",
                "20261323183005123",
                "20260230183005123",
                "20261123243005123",
                "20261123186005123",
                "2026112318300512x",
                "-0261123183005123",
                "２０２６１１２３１８３００５１２３"
            })
    void aTimeThatIsNoneIsSaid(String time) {
        assertThat(receipt("1", time).at()).isEmpty();
    }

    @Test
    void everyTimeThatIsWrittenIsReadAgain() {
        var random = Dice.of(3, "times");
        for (int trial = 0; trial < 20_000; trial++) {
            var at = Instant.ofEpochMilli(random.nextLong(700_000_000_000L, 4_000_000_000_000L));
            assertThat(receipt("1", ChinaTime.milliseconds(at)).at()).contains(at);
        }
    }

    private static Receipt receipt(String status, String time) {
        return new Receipt("CEB604", "k", status, time, "", "", "");
    }
}
