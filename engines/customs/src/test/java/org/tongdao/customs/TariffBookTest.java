package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.HsCode;

class TariffBookTest {

    private static final String HEADER = "hs,name_zh,name_en,name_ru,unit1,unit2,words,mark\n";
    private final TariffBook book = Tables.tariff();

    @Test
    void freshRosesAreCountedInKilogramsAndStems() {
        var roses = book.find(new HsCode("0603110000")).orElseThrow();
        assertThat(roses.nameZh()).isEqualTo("鲜切玫瑰");
        assertThat(roses.unit1()).isEqualTo("035");
        assertThat(roses.unit2()).isEqualTo("013");
        assertThat(roses.mark()).isEqualTo("memory");
    }

    @Test
    void aCodeThatIsNotInTheBookIsNotFound() {
        assertThat(book.find(new HsCode("9701210000"))).isEmpty();
    }

    @Test
    void goodsAreFoundByWordsOfThreeLanguages() {
        assertThat(first("成套螺丝刀 12件")).isEqualTo("8205400000");
        assertThat(first("Ceramic brake pad set, front")).isEqualTo("8708301000");
        assertThat(first("Наушники беспроводные")).isEqualTo("8518300000");
        assertThat(book.search("qwertyuiop", 5)).isEmpty();
    }

    @Test
    void whatIsBeingTypedIsFoundByBeginningsAndOtherEndings() {
        for (String typed : new String[] {"glov", "cotton glove", "перчат", "хлопковая перчатка", "手套"}) {
            assertThat(book.listTyped(typed, 20))
                    .as(typed)
                    .extracting(line -> line.code().value())
                    .contains("6116920000");
        }
        assertThat(book.listTyped("электронные часы", 3).get(0).code().value()).isEqualTo("9102120000");
        assertThat(book.listTyped("glov qwertyuiop", 5)).as("every word counts").isEmpty();
        assertThat(book.listTyped(" - ", 5)).isEmpty();
        assertThat(book.listTyped("о", 3)).hasSize(3);
    }

    @Test
    void linesUnderAHeadingComeInOrder() {
        assertThat(book.listUnder(new HsCode("8708")))
                .extracting(line -> line.code().value())
                .isSorted()
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(code -> code.startsWith("8708"));
    }

    @Test
    void everyUnitOfTheStarterTableIsACustomsUnit() {
        for (var line : book.listUnder(new HsCode("8708"))) {
            assertThat(line.unit1()).matches("\\d{3}");
        }
    }

    @Test
    void aTableWithACodeTwiceIsRefused() {
        var line = "0603110000,a,b,c,035,,,memory\n";
        assertThatThrownBy(() -> CsvTariffBook.read("x", new StringReader(HEADER + line + line)))
                .hasMessageContaining("0603110000 appears twice");
    }

    @Test
    void quotesAndCommasInATableAreRead() {
        var book = CsvTariffBook.read(
                "x", new StringReader(HEADER + "0603110000,\"a, \"\"b\"\"\",b,c,035,,w|v,memory\r\n"));
        var line = book.find(new HsCode("0603110000")).orElseThrow();
        assertThat(line.nameZh()).isEqualTo("a, \"b\"");
        assertThat(line.words()).containsExactly("w", "v");
        assertThat(line.mark()).isEqualTo("memory");
    }

    private String first(String words) {
        return book.search(words, 3).get(0).code().value();
    }
}
