package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class OnwardTrainFileTest {

    private static OnwardTrainFile read(String... lines) {
        var all = new ArrayList<String>();
        all.add(OnwardTrainFile.HEADER);
        all.addAll(List.of(lines));
        return OnwardTrainFile.read("X1", "t.csv", all);
    }

    @Test
    void boxesOfOneWagonAreGatheredAndWagonsKeepTheirOrder() {
        var file = read(
                "W2,1520,4,22000,60000,19620,40000,TGHU3066330,20000,SM-1",
                "W1,1520,4,22000,60000,19620,40000,,,",
                "W2,1520,4,22000,60000,19620,40000,TGHU3066345,21000,SM-2");
        assertThat(file.findings()).isEmpty();
        assertThat(file.train().wagons()).extracting(OnwardWagon::no).containsExactly("W2", "W1");
        assertThat(file.train().wagons().get(0).loadKg()).isEqualTo(41_000);
        assertThat(file.train().wagons().get(1).boxes()).isEmpty();
        assertThat(file.train().brakedKg()).isEqualTo(80_000);
    }

    @Test
    void faultyLinesAreFindingsAndGoodOnesGoOn() {
        var file = read(
                "W1,1520,4,22000,60000,19620,40000,TGHU3066330,20000,SM-1",
                "W2,1520,4,22000,60000",
                ",1520,4,22000,60000,19620,40000,,,",
                "W3,1520,one,22000,60000,19620,40000,,,",
                "W4,1520,4,22000,60000,19620,40000,TGHU3066345,0,SM-2",
                "W1,1520,4,22000,70000,19620,40000,TGHU3066350,20000,SM-3",
                "W5,1520,4,22000,60000,19620,-1,,,");
        assertThat(file.findings())
                .extracting(Finding::rule)
                .containsExactly(
                        "ONWARD-COLUMNS",
                        "ONWARD-COLUMNS",
                        "ONWARD-VALUE",
                        "ONWARD-VALUE",
                        "ONWARD-DIFFERS",
                        "ONWARD-VALUE");
        assertThat(file.train().wagons()).extracting(OnwardWagon::no).containsExactly("W1");
        assertThat(file.train().wagons().get(0).boxes()).hasSize(1);
    }

    @Test
    void aByteOrderMarkIsNoFaultAndAStrangeHeaderIs() {
        assertThat(OnwardTrainFile.read("X1", "t.csv", List.of("\uFEFF" + OnwardTrainFile.HEADER))
                        .findings())
                .isEmpty();
        assertThat(OnwardTrainFile.read("X1", "t.csv", List.of("wagon")).findings())
                .extracting(Finding::rule)
                .containsExactly("ONWARD-HEADER");
        assertThat(OnwardTrainFile.read("X1", "t.csv", List.of()).findings()).hasSize(1);
    }
}
