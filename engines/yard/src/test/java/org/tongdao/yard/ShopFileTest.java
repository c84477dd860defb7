package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class ShopFileTest {

    @Test
    void aFileThatNamesMachineZeroCountsFromZero() {
        var file = Shops.read("2 2 1.5", "2 1 0 3 2 0 4 1 5", "1 1 1 7");
        assertThat(file.findings()).isEmpty();
        assertThat(file.base()).isZero();
        var shop = file.instance().orElseThrow();
        assertThat(shop.jobs()).isEqualTo(2);
        assertThat(shop.operations()).isEqualTo(3);
        assertThat(shop.machines()).isEqualTo(2);
        assertThat(shop.time(1, 0)).isEqualTo(4);
        assertThat(shop.time(1, 1)).isEqualTo(5);
        assertThat(shop.time(0, 1)).as("machine 1 cannot do operation 0").isZero();
        assertThat(shop.isLast(1)).isTrue();
        assertThat(shop.isFirst(2)).isTrue();
    }

    @Test
    void theOldFilesCountMachinesFromOne() {
        var file = Shops.read("1 2", "", "2 1 1 3 1 2 4");
        assertThat(file.base()).isEqualTo(1);
        assertThat(file.instance().orElseThrow().time(1, 1)).isEqualTo(4);
    }

    @Test
    void allTenPublishedFilesAreRead() {
        int operations = 0;
        for (int i = 1; i <= 10; i++) {
            operations += Shops.brandimarte(i).operations();
        }
        assertThat(operations).isEqualTo(55 + 58 + 150 + 90 + 106 + 150 + 100 + 225 + 240 + 240);
    }

    @Test
    void aZeroTimeIsAFindingWithItsLineAndValue() {
        var finding = only(Shops.read("2 2", "1 1 1 3", "1 2 1 0 2 5"));
        assertThat(finding.rule()).isEqualTo("SHOP-TIME");
        assertThat(finding.place().line()).isEqualTo(3);
        assertThat(finding.value()).isEqualTo("0");
    }

    @Test
    void anOperationWithoutAMachineIsAFinding() {
        var finding = only(Shops.read("1 2", "2 0 1 1 3"));
        assertThat(finding.rule()).isEqualTo("SHOP-NO-MACHINE");
        assertThat(finding.place().line()).isEqualTo(2);
    }

    @Test
    void aMachineOutOfRangeOrNamedTwiceIsAFinding() {
        assertThat(only(Shops.read("1 2", "1 1 3 4")).rule()).isEqualTo("SHOP-MACHINE");
        assertThat(only(Shops.read("1 2", "1 1 -1 4")).rule()).isEqualTo("SHOP-MACHINE");
        assertThat(only(Shops.read("1 2", "1 2 1 4 1 5")).rule()).isEqualTo("SHOP-TWICE");
    }

    @Test
    void lettersShortAndLongFilesAndBrokenLinesAreFindings() {
        assertThat(only(Shops.read("1 2", "1 1 one 4")).rule()).isEqualTo("SHOP-NUMBER");
        assertThat(only(Shops.read("2 2", "1 1 1 4")).rule()).isEqualTo("SHOP-SHORT");
        assertThat(only(Shops.read("1 2", "1 1 1 4", "1 1 1 4")).rule()).isEqualTo("SHOP-LONG");
        assertThat(only(Shops.read("1 2", "2 1 1 4")).rule()).isEqualTo("SHOP-LINE");
        assertThat(only(Shops.read("1 2", "1 1 1 4 7")).rule()).isEqualTo("SHOP-LINE");
        assertThat(only(Shops.read("1 2", "1 1 1")).rule()).isEqualTo("SHOP-LINE");
        assertThat(only(Shops.read()).rule()).isEqualTo("SHOP-HEAD");
        assertThat(only(Shops.read("0 0")).rule()).isEqualTo("SHOP-HEAD");
        assertThat(only(Shops.read("5")).rule()).isEqualTo("SHOP-HEAD");
    }

    @Test
    void everyFaultyLineIsToldAtOnce() {
        var file = Shops.read("3 2", "1 1 9 4", "1 1 1 0", "1 1 1 1");
        assertThat(file.findings()).extracting(Finding::rule).containsExactly("SHOP-MACHINE", "SHOP-TIME");
        assertThat(file.instance()).isEmpty();
    }

    private static Finding only(ShopFile file) {
        assertThat(file.instance()).isEmpty();
        List<Finding> findings = file.findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
