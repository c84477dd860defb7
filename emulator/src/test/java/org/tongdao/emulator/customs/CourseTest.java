package org.tongdao.emulator.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant SENT = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void aCalmOfficeStoresWithinMinutesAndReleasesInOrder() {
        var steps = steps(Conduct.calm(), "O1");
        assertThat(steps).extracting(Step::status).containsExactly("120", "800");
        assertThat(steps.get(0).at()).isBefore(SENT.plus(Duration.ofMinutes(9)));
        assertThat(steps).allMatch(s -> s.lag().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void inDisorderTheReleaseOvertakesTheStorage() {
        var steps = steps(Conduct.calm(), "TEST-DISORDER");
        assertThat(steps.get(0).at()).isBefore(steps.get(1).at());
        assertThat(steps.get(0).arrival()).isAfter(steps.get(1).arrival());
    }

    @Test
    void aLateReceiptIsDecidedInTimeAndArrivesLater() {
        var steps = steps(Conduct.calm(), "TEST-LATE-H720");
        assertThat(steps.get(1).at()).isBefore(SENT.plus(Duration.ofHours(4)));
        assertThat(steps.get(1).arrival()).isAfter(SENT.plus(Duration.ofDays(30)));
    }

    @Test
    void aRepeatedReceiptComesAgainWithTheSameNumberAndContent() {
        var paper = Papers.list("C1", "TEST-REPEAT-X3", "W1");
        var receipts = new ReceiptDesk(7, Conduct.calm())
                .receipts(paper, SENT, List.of(Step.of(SENT, Status.STORED, "stored")));
        assertThat(receipts).hasSize(3);
        assertThat(receipts)
                .extracting(Receipt::fields)
                .containsOnly(receipts.get(0).fields());
        assertThat(receipts).extracting(Receipt::due).doesNotHaveDuplicates();
    }

    @Test
    void aListReceiptCarriesTheNumbersThatTheOfficeGives() {
        var paper = Papers.list("C1", "O1", "W1");
        var fields = new ReceiptDesk(7, Conduct.calm())
                .receipts(paper, SENT, List.of(Step.of(SENT, Status.STORED, "stored")))
                .get(0)
                .fields();
        assertThat(fields.keySet())
                .containsExactly(
                        "guid",
                        "agentCode",
                        "copNo",
                        "preNo",
                        "invtNo",
                        "ebcCode",
                        "ebpCode",
                        "orderNo",
                        "statisticsFlag",
                        "returnStatus",
                        "returnTime",
                        "returnInfo");
        assertThat(fields.get("preNo")).matches("B20261123\\d{9}");
        assertThat(fields.get("invtNo")).matches("94002026E\\d{11}");
        assertThat(fields.get("returnTime")).isEqualTo("20261123110000000");
    }

    @Test
    void receiptsAppearOnQuarterHoursInMessagesOfAtMostAHundred() {
        var desk = new ReceiptDesk(7, Conduct.calm());
        var receipts = java.util.stream.IntStream.range(0, 250)
                .mapToObj(i -> Papers.order("O" + i))
                .flatMap(p -> desk.receipts(p, SENT, List.of(Step.of(SENT.plusSeconds(1), Status.STORED, ""))).stream())
                .toList();
        var answers = Mailroom.answers(
                "K", receipts, bundle -> new byte[bundle.receipts().size()]);
        assertThat(answers)
                .extracting(a -> a.fileName() + " " + a.content().get().length)
                .containsExactly(
                        "20261123T031500000Z_CEB304_K-1.xml 100",
                        "20261123T031500000Z_CEB304_K-2.xml 100",
                        "20261123T031500000Z_CEB304_K-3.xml 50");
    }

    private static List<Step> steps(Conduct conduct, String orderNo) {
        var course = new Course(7, conduct);
        var paper = Papers.list("C1", orderNo, "W1");
        return course.decided(paper, Weighing.of(paper), course.entry(paper, SENT));
    }
}
