package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final CebCatalogue catalogue = CebCatalogue.official();

    @Test
    void allMessagesAndAllFieldsAreThere() {
        assertThat(catalogue.list()).hasSize(42);
        long fields = catalogue.list().stream()
                .mapToLong(t -> t.head().fields().size()
                        + t.rows().map(r -> r.fields().size()).orElse(0))
                .sum();
        assertThat(fields).isEqualTo(749);
    }

    @Test
    void seventeenFieldsHaveToBeFilledInOneSourceOnly() {
        var differing = catalogue.list().stream()
                .flatMap(t -> t.head().fields().stream())
                .filter(f -> f.inSchema() != f.inSpecification())
                .map(CebField::name)
                .toList();
        assertThat(differing).hasSize(17).contains("preNo", "invtNo", "copNo", "tradeMode");
    }

    @Test
    void exportListsHoldAHundredRowsImportListsNinetyNine() {
        assertThat(catalogue.get("CEB603").maxRows()).isEqualTo(100);
        assertThat(catalogue.get("CEB621").maxRows()).isEqualTo(99);
        assertThat(catalogue.get("CEB607").maxRows()).isEqualTo(Integer.MAX_VALUE);
        assertThat(catalogue.get("CEB711").maxDocuments()).isEqualTo(1);
        assertThat(catalogue.get("CEB603").maxDocuments()).isEqualTo(100);
    }

    @Test
    void aTypeKnowsItsReceipt() {
        assertThat(catalogue.get("CEB603").counterpart()).isEqualTo("CEB604");
        assertThat(catalogue.get("CEB603").isSent()).isTrue();
        assertThat(catalogue.get("CEB604").isSent()).isFalse();
        assertThat(catalogue.get("CEB505").isFlat()).isTrue();
    }

    @Test
    void anUnknownTypeIsAProgrammingError() {
        assertThatThrownBy(() -> catalogue.get("CEB999")).hasMessageContaining("CEB999");
    }

    @Test
    void codesOfTheWorldBecomeCodesOfChineseCustoms() {
        var codes = CodeLists.official();
        assertThat(codes.country("KZ")).contains("145");
        assertThat(codes.country("TJ")).contains("147");
        assertThat(codes.country("PL")).contains("327");
        assertThat(codes.contains("country", "341"))
                .as("the old code of Kazakhstan")
                .isFalse();
        assertThat(codes.currency("CNY")).contains("142");
        assertThat(codes.currency("XXX")).isEmpty();
        assertThat(codes.nameZh("unit", "035")).contains("千克");
        assertThat(codes.isSure("wrapType")).isFalse();
    }
}
