package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Sscc;

class EpcTest {

    @Test
    void namesOfThingsComeBackAsWhatTheyAre() {
        assertThat(List.of(Samples.PARCEL, Samples.BAG, Samples.BOX, Samples.FLAT, Samples.BROAD, Samples.TRAIN))
                .allSatisfy(uri -> assertThat(Epc.find(uri))
                        .hasValueSatisfying(epc -> assertThat(epc.uri()).isEqualTo(uri)));
        assertThat(Epc.find(Samples.BOX)).map(Epc::kind).contains(Epc.Kind.CONTAINER);
        assertThat(Epc.find(Epc.node("AKL"))).contains(new Epc(Epc.Kind.NODE, "AKL"));
    }

    @Test
    void olderFormOfABagNumberMeansTheSameBag() {
        // the SSCC of the GS1 examples: 106141412345678908 = prefix 0614141, extension 1, serial 234567890
        assertThat(Sscc.isValid("106141412345678908")).isTrue();
        assertThat(Epc.find("urn:epc:id:sscc:0614141.1234567890"))
                .isEqualTo(Epc.find("https://id.gs1.org/00/106141412345678908"));
        assertThat(Epc.find("urn:epc:id:sscc:061414112345.12345"))
                .isEqualTo(Epc.find("urn:epc:id:sscc:0614141.1123452345"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:tongdao:s10:LZ473124820CN",
                "https://id.gs1.org/00/106141412345678909",
                "urn:tongdao:iso6346:TDGU0000010",
                "urn:tongdao:train:",
                "urn:tongdao:node:A B",
                "urn:epc:id:sscc:0614141.123456789",
                "urn:other:1"
            })
    void wrongCheckDigitOrShapeNamesNothing(String uri) {
        assertThat(Epc.find(uri)).isEmpty();
    }

    @Test
    void textsThatCannotStandInAUriAreRefused() {
        assertThatThrownBy(() -> Epc.train("X 1")).hasMessageContaining("'X 1'").hasMessageContaining("Maybe");
    }

    @Test
    void sameFactHasTheSameEventId() {
        assertThat(Epc.event(Milestone.T090, "X8001", "URC"))
                .isEqualTo("urn:tongdao:event:T090:X8001:URC")
                .isEqualTo(Epc.event(Milestone.T090, "X8001", "URC"));
    }

    @Test
    void offsetsOutsideTheStandardAreRefused() {
        assertThatThrownBy(() -> new When(Samples.at("01-01T00:00"), ZoneOffset.ofHours(15)))
                .hasMessageContaining("+15:00");
    }

    @Test
    void shapesThatTheStandardForbidsCannotBeMade() {
        Sighting seen = Samples.seen(Milestone.T050, "01-01T00:00", "URC");
        assertThatThrownBy(() -> Milestone.T050.event(seen, Samples.BAG, List.of()))
                .hasMessageContaining("DELETE");
        assertThatThrownBy(() -> Milestone.T050.event(seen, "", List.of(Samples.PARCEL)))
                .hasMessageContaining("parent");
        assertThatThrownBy(() -> Milestone.T070.event(seen, "", List.of(Samples.BOX)))
                .hasMessageContaining("parent");
        assertThatThrownBy(() -> Milestone.T160.event(seen, List.of(Samples.BOX)))
                .hasMessageContaining("transaction");
        assertThatThrownBy(() -> Milestone.T090.event(Sighting.of(" ", Samples.at("01-01T00:00"), "URC"), List.of()))
                .hasMessageContaining("id");
    }
}
