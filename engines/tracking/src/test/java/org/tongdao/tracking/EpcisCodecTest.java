package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongdao.terms.Finding;

class EpcisCodecTest {

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void everyMilestoneIsValidAgainstTheSchemaAndComesBackEqual(Milestone milestone) {
        EpcisEvent event = Samples.of(milestone, "01-05T08:00", "AKL");
        String line = EpcisWriter.line(event);
        assertThat(EpcisSchema.faults(line)).as(line).isEmpty();
        assertThat(read(line).events()).containsExactly(event);
    }

    @Test
    void documentOfAWholeLifeIsValidAndComesBackEqual() {
        String document = document(Samples.life());
        assertThat(EpcisSchema.faults(document)).isEmpty();
        assertThat(read(document)).isEqualTo(new Answer(Samples.life(), List.of()));
    }

    @Test
    void linesAreOneValidEventEach() {
        var out = new StringWriter();
        try (var writer = EpcisWriter.lines(out)) {
            Samples.life().forEach(writer::write);
        }
        assertThat(out.toString().lines())
                .hasSameSizeAs(Samples.life())
                .allMatch(l -> EpcisSchema.faults(l).isEmpty());
        assertThat(read(out.toString()).events()).isEqualTo(Samples.life());
    }

    @Test
    void emptyDocumentIsValidAndHoldsNothing() {
        String document = document(List.of());
        assertThat(EpcisSchema.faults(document)).isEmpty();
        assertThat(read(document)).isEqualTo(new Answer(List.of(), List.of()));
    }

    @Test
    void heldParcelAndChangeOfHandsKeepReasonAndParties() {
        var held = Milestone.held(
                Samples.seen(Milestone.T120, "01-05T08:00", "AKL"), List.of(Samples.PARCEL), "查验 \"X\"\n");
        EpcisEvent given = Samples.of(Milestone.T170, "01-05T09:00", "AKL");
        given = given.withContext(given.context()
                .withWhy(given.context().why().handedOver("urn:tongdao:party:CR", "urn:tongdao:party:KTZ")));
        String document = document(List.of(held, given));
        assertThat(EpcisSchema.faults(document)).isEmpty();
        assertThat(read(document).events()).containsExactly(held, given);
    }

    @Test
    void wallClockOfThePlaceIsWrittenBesideTheInstant() {
        assertThat(EpcisWriter.line(Samples.of(Milestone.T090, "01-05T08:00", "URC")))
                .contains("\"eventTime\":\"2026-01-05T16:00:00+08:00\",\"eventTimeZoneOffset\":\"+08:00\"");
    }

    @Test
    void membersMayComeInAnyOrder() {
        String line = "{\"epcisBody\":{\"eventList\":[{\"action\":\"OBSERVE\",\"epcList\":[\"urn:tongdao:train:X1\"],"
                + "\"eventTimeZoneOffset\":\"+00:00\",\"eventTime\":\"2026-01-05T08:00:00Z\",\"eventID\":\"urn:x:1\",\"type\":\"ObjectEvent\"}]},"
                + "\"type\":\"EPCISDocument\"}";
        assertThat(read(line).events())
                .singleElement()
                .satisfies(e -> assertThat(e.epcs()).containsExactly("urn:tongdao:train:X1"));
    }

    @Test
    void otherSpellingsOfTheVocabularyAreReadAsTheBareWord() {
        String line = EpcisWriter.line(Samples.of(Milestone.T090, "01-05T08:00", "URC"))
                .replace("\"departing\"", "\"https://ref.gs1.org/cbv/BizStep-departing\"")
                .replace("\"in_transit\"", "\"urn:epcglobal:cbv:disp:in_transit\"");
        assertThat(read(line).events()).containsExactly(Samples.of(Milestone.T090, "01-05T08:00", "URC"));
    }

    static Answer read(String json) {
        List<EpcisEvent> events = new ArrayList<>();
        List<Finding> findings = EpcisReader.read(new StringReader(json), "test.json", events::add);
        return new Answer(events, findings);
    }

    static String document(List<EpcisEvent> events) {
        var out = new StringWriter();
        try (var writer = EpcisWriter.document(out, Samples.at("01-09T00:00"))) {
            events.forEach(writer::write);
        }
        return out.toString();
    }

    record Answer(List<EpcisEvent> events, List<Finding> findings) {

        List<String> rules() {
            return findings.stream().map(Finding::rule).toList();
        }
    }
}
