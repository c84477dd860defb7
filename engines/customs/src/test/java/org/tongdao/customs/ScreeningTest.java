package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;

class ScreeningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final HsCode TOY = new HsCode("9503008390");
    private final Screening screening = Screening.read("prohibited", Tables.data("prohibited.csv"));

    @ParameterizedTest
    @CsvSource({
        "烟花 新年礼包, P-EXPLOSIVE",
        "New year FIREWORKS set, P-EXPLOSIVE",
        "Фейерверки праздничные, P-EXPLOSIVE",
        "Ｃｉｇａｒｅｔｔｅｓ 200 pcs, R-TOBACCO",
        "象牙雕刻, P-WILDLIFE",
        "GPS jammer 4G, R-SPY",
        "xinnian yanhua libao, P-EXPLOSIVE",
        "Yān huā 24 pcs, P-EXPLOSIVE",
        "SHOU QIANG model, P-ARMS",
        "dian zi yan 500 puffs, R-TOBACCO"
    })
    void prohibitedGoodsAreMetByTheirNamesInThreeLanguagesAndPinyin(String name, String entry) {
        var result = screen(name, TOY, "KZ");
        assertThat(result.isProhibited()).isTrue();
        assertThat(result.hits()).extracting(ScreeningHit::entry).contains(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "toy pistol with soft darts",
        "热熔胶枪玩具",
        "象牙白 T恤",
        "Ivory white curtain",
        "Compass",
        "Wine glass set of 6",
        "镭射 laser 包",
        "yanhua zaoxing yan hua zao xing 贴纸",
        "Élégant sac à main",
        "белый чайник"
    })
    void harmlessGoodsWithAnAlarmingWordPass(String name) {
        assertThat(screen(name, TOY, "KZ").isProhibited()).isFalse();
    }

    @Test
    void prohibitedGoodsAreMetByTheirCodeWhateverTheyAreCalled() {
        var result = screen("party articles", new HsCode("3604100000"), "PL");
        assertThat(result.hits()).extracting(ScreeningHit::matched).contains("3604");
    }

    @Test
    void anEntryForOneUnionDoesNotConcernOthers() {
        assertThat(screen("牛肉干 五香", new HsCode("2008199990"), "DE").isProhibited())
                .isTrue();
        assertThat(screen("牛肉干 五香", new HsCode("2008199990"), "KZ").isProhibited())
                .isFalse();
    }

    @Test
    void theAnswerTellsTheEditionOfTheListThatWasInForceThatDay() {
        var name = "TPO gel polish";
        var before = screening.screen(List.of(name), TOY, "PL", LocalDate.of(2026, 10, 31));
        var after = screening.screen(List.of(name), TOY, "PL", LocalDate.of(2026, 11, 1));
        assertThat(before.isClean()).isTrue();
        assertThat(before.listVersion()).isEqualTo("prohibited-2023-09-01");
        assertThat(after.hits()).extracting(ScreeningHit::entry).containsExactly("R-COSMETIC-NAIL");
        assertThat(after.listVersion()).isEqualTo("prohibited-2026-11-01");
    }

    @Test
    void aFindingStopsProhibitedGoodsAndWarnsOfDangerousOnes() {
        var place = Place.cell("orders.csv", 7, "name");
        var power =
                screen("20000mAh power bank", new HsCode("8507600090"), "KZ").findings(place);
        assertThat(power).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("GOODS-DANGEROUS");
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.place()).isEqualTo(place);
        });
        assertThat(screen("opium", TOY, "KZ").findings(place)).allMatch(f -> f.stops());
    }

    private ScreeningResult screen(String name, HsCode hs, String country) {
        return screening.screen(List.of(name, ""), hs, country, TODAY);
    }
}
