package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who writes a city's name, another list's code or a slip of the pen is told the place that was meant. */
class NearPlacesTest {

    private static final List<Station> PLACES =
            NetworkFolder.read(Path.of("../../data/network")).network().stations();

    private static List<String> near(String written) {
        return NearPlaces.of(PLACES, written).stream().map(Station::id).toList();
    }

    @Test
    void theBeginningOfANameComesFirst() {
        assertThat(near("BUD")).startsWith("CPE");
        assertThat(near("buda")).containsExactly("CPE");
        assertThat(near("布达")).containsExactly("CPE");
        assertThat(near("Gateway")).containsExactly("ALT");
        assertThat(NearPlaces.said(PLACES, "BUD")).startsWith("Budapest Csepel - CECZ logistics park (CPE)");
    }

    @Test
    void aSlipInANameOrACodeIsForgiven() {
        assertThat(near("Budapset")).containsExactly("CPE");
        assertThat(near("URX")).startsWith("URC");
        assertThat(near("Liège")).startsWith("LGG");
        assertThat(near("Warsow")).startsWith("WAW");
    }

    @Test
    void cyrillicIsSpeltInLatinLetters() {
        assertThat(near("Будапешт")).containsExactly("CPE");
        assertThat(near("Алматы")).startsWith("ALA");
        assertThat(near("Ташкент")).startsWith("TAS");
    }

    @Test
    void whatIsLikeNothingGetsNoNames() {
        assertThat(near("Xyzzyplugh")).isEmpty();
        assertThat(near("")).isEmpty();
        assertThat(near("  ")).isEmpty();
        assertThat(NearPlaces.said(PLACES, "Xyzzyplugh")).isEqualTo("one of places.csv");
    }

    @Test
    void theNearestAreFewAndNeverTheWholeList() {
        for (var place : PLACES) {
            for (var written : List.of(place.nameEn(), place.nameEn().substring(0, 1), place.id())) {
                assertThat(near(written)).hasSizeBetween(1, 5);
            }
            assertThat(near(place.nameEn())).as(place.nameEn()).contains(place.id());
        }
    }
}
