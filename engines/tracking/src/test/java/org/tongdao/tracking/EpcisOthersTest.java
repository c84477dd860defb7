package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Documents in the manner in which other systems write EPCIS 2.0: members we do not use, full vocabulary URIs, Digital Link and URN names. */
class EpcisOthersTest {

    private static final String WAREHOUSE = """
            {
              "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"example": "https://ns.example.com/epcis/"}],
              "type": "EPCISDocument",
              "schemaVersion": "2.0",
              "creationDate": "2026-01-06T11:30:47.0Z",
              "sender": "urn:epc:id:sgln:0614141.07346.0",
              "epcisHeader": {"epcisMasterData": {"vocabularyList": []}},
              "epcisBody": {
                "note": {"x": [1, 2, {"y": null}]},
                "eventList": [
                  {
                    "type": "ObjectEvent",
                    "eventID": "ni:///sha-256;df7bb3c352fef055578554f09f5e2aa41782150ced7bd0b8af24dd3ccb30ba69?ver=CBV2.0",
                    "eventTime": "2026-01-06T20:33:31.116-06:00",
                    "recordTime": "2026-01-06T20:39:47.16Z",
                    "eventTimeZoneOffset": "-06:00",
                    "epcList": ["urn:epc:id:sscc:0614141.1234567890", "https://id.gs1.org/00/106141412345678908"],
                    "action": "OBSERVE",
                    "bizStep": "https://ref.gs1.org/cbv/BizStep-receiving",
                    "disposition": "cbv:Disp-in_progress",
                    "readPoint": {"id": "urn:epc:id:sgln:0614141.07346.1234"},
                    "bizTransactionList": [{"type": "urn:epcglobal:cbv:btt:po", "bizTransaction": "http://transaction.example.com/po/12345678"}],
                    "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:0614141.00001"}],
                    "example:carrier": "Acme Post",
                    "example:temperature": {"value": 3}
                  },
                  {
                    "type": "TransformationEvent",
                    "eventID": "urn:uuid:1",
                    "eventTime": "2026-01-06T20:33:31Z",
                    "eventTimeZoneOffset": "+00:00",
                    "inputEPCList": [], "outputEPCList": []
                  },
                  {
                    "type": "AggregationEvent",
                    "eventID": "urn:uuid:2",
                    "eventTime": "2026-01-06T20:33:31+05:30",
                    "eventTimeZoneOffset": "+05:30",
                    "parentID": "https://id.gs1.org/00/106141412345678908",
                    "action": "DELETE",
                    "childQuantityList": [{"epcClass": "urn:epc:idpat:sgtin:4012345.098765.*", "quantity": 10}]
                  }
                ]
              }
            }
            """;

    private final EpcisCodecTest.Answer answer = EpcisCodecTest.read(WAREHOUSE);

    @Test
    void eventsThatWeKnowAreReadAndTheOthersSaid() {
        assertThat(answer.events())
                .extracting(e -> e.context().eventId())
                .last()
                .isEqualTo("urn:uuid:2");
        assertThat(answer.events()).hasSize(2);
        assertThat(answer.rules()).containsExactly("EPCIS-IGNORED", "EPCIS-TYPE", "EPCIS-IGNORED");
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(answer.findings())
                .filteredOn(f -> f.rule().equals("EPCIS-IGNORED"))
                .extracting(f -> f.place().column())
                .containsExactly("example:temperature", "childQuantityList");
        assertThat(answer.findings()).filteredOn(Finding::stops).hasSize(1);
    }

    @Test
    void timesKeepInstantAndWallClock() {
        When when = answer.events().get(0).context().when();
        assertThat(when.eventTime()).isEqualTo(Instant.parse("2026-01-07T02:33:31.116Z"));
        assertThat(when.offset()).isEqualTo(ZoneOffset.ofHours(-6));
        assertThat(answer.events().get(1).at()).isEqualTo(Instant.parse("2026-01-06T15:03:31Z"));
    }

    @Test
    void vocabularyIsTheBareWord() {
        Why why = answer.events().get(0).context().why();
        assertThat(why.bizStep()).isEqualTo("receiving");
        assertThat(why.disposition()).isEqualTo("in_progress");
        assertThat(why.transactions())
                .containsExactly(new BizTransaction("po", "http://transaction.example.com/po/12345678"));
        assertThat(why.sources()).containsExactly(new Party("owning_party", "urn:epc:id:pgln:0614141.00001"));
    }

    @Test
    void textExtensionsAreKeptAndPlacesThatAreNoNodesHaveNoNode() {
        EpcisEvent event = answer.events().get(0);
        assertThat(event.context().extensions()).containsExactly(java.util.Map.entry("example:carrier", "Acme Post"));
        assertThat(event.context().where().node()).isEmpty();
        assertThat(event.milestone()).isEmpty();
    }

    @Test
    void bothSpellingsNameTheSameBag() {
        List<String> epcs = answer.events().get(0).epcs();
        assertThat(Epc.find(epcs.get(0))).isEqualTo(Epc.find(epcs.get(1))).isPresent();
    }

    @Test
    void whatWasReadCanBeWrittenAndReadAgain() {
        for (EpcisEvent event : answer.events()) {
            String line = EpcisWriter.line(event);
            assertThat(EpcisSchema.faults(line)).as(line).isEmpty();
            assertThat(EpcisCodecTest.read(line).events()).containsExactly(event);
        }
    }
}
