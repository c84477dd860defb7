package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Finding;
import org.tongdao.tracking.EpcisCodecTest.Answer;

class EpcisBadInputTest {

    private static final String GOOD = EpcisWriter.line(Samples.of(Milestone.T090, "01-05T08:00", "URC"));
    private static final String PACKED = EpcisWriter.line(Samples.of(Milestone.T060, "01-05T08:00", "URC"));
    private static final String WAYBILL = EpcisWriter.line(Samples.of(Milestone.T160, "01-05T08:00", "DST"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"ObjectEvent"                            | "type":"TransformationEvent" | EPCIS-TYPE
            "type":"ObjectEvent",                           |                              | EPCIS-MISSING
            "eventID":"urn:tongdao:event:T090:01-05-0800", |                              | EPCIS-MISSING
            "eventID":"urn:                                 | "eventID":"not a uri         | EPCIS-VALUE
            2026-01-05T16:00:00+08:00                       | yesterday                    | EPCIS-TIME
            "eventTimeZoneOffset":"+08:00"                  | "eventTimeZoneOffset":"+15:00" | EPCIS-TIME
            "action":"OBSERVE"                              | "action":"LOOK"              | EPCIS-VALUE
            "epcList":["urn:tongdao:train:X8001"]           | "epcList":"X8001"            | EPCIS-VALUE
            "epcList":["urn:tongdao:train:X8001"]           | "epcList":[8001]             | EPCIS-VALUE
            "bizStep":"departing"                           | "bizStep":7                  | EPCIS-VALUE
            "readPoint":{"id":"urn:tongdao:node:URC"}       | "readPoint":"URC"            | EPCIS-VALUE
            """)
    void eventWithAWrongMemberIsAFindingAndNoEvent(String from, String to, String rule) {
        String bad = GOOD.replace(from, to == null ? "" : to);
        assertThat(bad).isNotEqualTo(GOOD);
        Answer answer = EpcisCodecTest.read(bad);
        assertThat(answer.events()).isEmpty();
        assertThat(answer.rules()).contains(rule);
    }

    @Test
    void goodEventsBesideABadOneGoOn() {
        Answer answer = EpcisCodecTest.read(GOOD + "\n" + GOOD.replace("OBSERVE", "LOOK") + "\n[1]\n" + PACKED);
        assertThat(answer.events()).hasSize(2);
        assertThat(answer.rules()).containsExactly("EPCIS-VALUE", "EPCIS-TYPE");
        assertThat(answer.findings()).extracting(f -> f.place().line()).containsExactly(2L, 3L);
    }

    @Test
    void packingWithoutParentOrChildrenIsRefused() {
        assertThat(EpcisCodecTest.read(PACKED.replace("parentID", "urn:x:p")).rules())
                .contains("EPCIS-MISSING");
        assertThat(EpcisCodecTest.read(PACKED.replace("childEPCs", "urn:x:c")).rules())
                .contains("EPCIS-MISSING");
    }

    @Test
    void waybillEventWithoutItsPaperIsRefused() {
        assertThat(EpcisCodecTest.read(WAYBILL.replace("bizTransactionList", "urn:x:t"))
                        .rules())
                .contains("EPCIS-MISSING");
        assertThat(EpcisCodecTest.read(WAYBILL.replace("\"bizTransaction\":", "\"paper\":"))
                        .rules())
                .contains("EPCIS-VALUE");
    }

    @Test
    void memberThatIsNotReadIsSaid() {
        Answer answer = EpcisCodecTest.read(GOOD.replace("\"action\"", "\"quantityList\":[],\"action\""));
        assertThat(answer.events()).hasSize(1);
        assertThat(answer.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("EPCIS-IGNORED");
            assertThat(f.place().column()).isEqualTo("quantityList");
            assertThat(f.stops()).isFalse();
        });
    }

    @Test
    void brokenJsonStopsWithThePlace() {
        Answer answer = EpcisCodecTest.read(GOOD + "\n" + GOOD.substring(0, 100));
        assertThat(answer.events()).hasSize(1);
        assertThat(answer.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("EPCIS-JSON");
            assertThat(f.place().line()).isEqualTo(2);
        });
    }

    @Test
    void emptyInputIsSaid() {
        assertThat(EpcisCodecTest.read("").rules()).containsExactly("EPCIS-EMPTY");
    }

    @Test
    void doubledMembersAreRefusedInsteadOfTakingTheLast() {
        assertThat(EpcisCodecTest.read(GOOD.replace("\"action\"", "\"type\":\"ObjectEvent\",\"action\""))
                        .rules())
                .containsExactly("EPCIS-JSON");
    }

    @Test
    void deepNestingAndLongTextsAreRefused() {
        assertThat(EpcisCodecTest.read("[".repeat(10_000)).rules()).containsExactly("EPCIS-JSON");
        String longText = GOOD.replace("X8001", "X".repeat(70_000));
        assertThat(EpcisCodecTest.read(longText).rules()).containsExactly("EPCIS-JSON");
    }

    @Test
    void eventBeyondTheLimitIsRefused() {
        String many = "\"urn:x:1\",".repeat(200_000) + "\"urn:x:1\"";
        List<Finding> findings = EpcisCodecTest.read(GOOD.replace("\"urn:tongdao:train:X8001\"", many))
                .findings();
        assertThat(findings).extracting(Finding::rule).containsExactly("EPCIS-LIMIT");
    }

    @Test
    void bodyWithoutTheDocumentTypeIsSaid() {
        String document = EpcisCodecTest.document(List.of()).replace("EPCISDocument", "EPCISQueryDocument");
        assertThat(EpcisCodecTest.read(document).rules()).containsExactly("EPCIS-TYPE");
    }

    @Test
    void schemaRefusesWhatItShould() {
        assertThat(EpcisSchema.faults(GOOD)).isEmpty();
        assertThat(EpcisSchema.faults(GOOD.replace("+08:00\",\"eventTimeZone", "\",\"eventTimeZone")))
                .isNotEmpty();
        assertThat(EpcisSchema.faults(GOOD.replace("\"departing\"", "\"leaving\"")))
                .isNotEmpty();
        assertThat(EpcisSchema.faults(GOOD.replace("epcList", "EPCs"))).isNotEmpty();
        assertThat(EpcisSchema.faults(PACKED.replace("parentID", "parent"))).isNotEmpty();
        assertThat(EpcisSchema.faults(WAYBILL.replace("bizTransactionList", "urn:x:t")))
                .isNotEmpty();
    }
}
