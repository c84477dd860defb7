package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

class CsvRowsTest {

    @Test
    void aFieldIsReadByItsNameAndTrimmed() {
        var rows = CsvRows.of("place, name ,note\nA, Alashankou ,\n\nB,Khorgos,dry port\n")
                .rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("name")).isEqualTo("Alashankou");
        assertThat(rows.get(0).get("note")).isEmpty();
        assertThat(rows.get(1).line()).isEqualTo(4);
        assertThat(rows.get(1).get("unknown")).isEmpty();
    }

    @Test
    void quotesHoldCommasAndQuotes() {
        var row = CsvRows.of("a,b,c\n\"x, y\",\"say \"\"so\"\"\",z\n").rows().get(0);
        assertThat(row.get("a")).isEqualTo("x, y");
        assertThat(row.get("b")).isEqualTo("say \"so\"");
        assertThat(row.full()).isTrue();
    }

    @Test
    void tooFewAndTooManyFieldsAreSeen() {
        var rows = CsvRows.of("\uFEFFa,b,c\n1,2\n1,2,3,4\n1,2,\n,,\n").rows();
        assertThat(rows).extracting(CsvRows.Row::full).containsExactly(false, false, true, true);
        assertThat(rows.get(0).get("c")).isEmpty();
        assertThat(rows.get(0).get("a")).isEqualTo("1");
    }

    @Test
    void aRowReadsTheSameWithAndWithoutQuotes() {
        var dice = Dice.of(4, "fields");
        for (int turn = 0; turn < 500; turn++) {
            var fields = new String[3];
            for (int k = 0; k < 3; k++) {
                fields[k] = dice.ints(dice.nextInt(5), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
            }
            var plain = CsvRows.of("a,b,c\n" + String.join(",", fields) + "\n").rows();
            var quoted = CsvRows.of("a,b,c\n"
                            + Arrays.stream(fields).map(f -> '"' + f + '"').collect(Collectors.joining(" , "))
                            + "\n")
                    .rows();
            assertThat(plain).hasSize(1);
            for (var column : new String[] {"a", "b", "c"}) {
                assertThat(plain.get(0).get(column)).isEqualTo(quoted.get(0).get(column));
            }
        }
    }
}
