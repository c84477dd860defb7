package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void thePageOfMessagesIsThatOfTheCatalogue() {
        var page = new StringBuilder("""
                # The 42 messages
                Unified version of 2022-05. Signature as the specification has it (M must, O may); we sign everything that companies send. Root order: exports
                have the signature before `ExtendMessage`, imports behind it. Fields: [fields.md](fields.md), codes: [codes.md](codes.md).

                """);
        page.append(Pages.head("message", "way", "中文", "what", "sent by", "answer", "documents", "rows", "signature"));
        for (var row : CsvTable.resource("ceb-messages.csv")) {
            var type = CebCatalogue.official().get(row.get("message").substring(0, 6));
            page.append(Pages.row(
                    type.code(),
                    row.get("direction"),
                    type.nameZh(),
                    type.nameEn(),
                    row.get("sender"),
                    type.counterpart(),
                    Pages.most(type.maxDocuments()),
                    type.rows().isEmpty() ? "–" : type.minRows() + "–" + Pages.most(type.maxRows()),
                    row.get("signature_spec")));
        }
        Pages.compare("messages.md", page.toString());
    }

    @Test
    void thePageOfFieldsIsThatOfTheCatalogue() {
        var page = new StringBuilder("""
                # The 749 fields
                C36 exactly 36 characters, C..18 at most 18, N19,5 a number of 19 digits with at most 5 behind the point. Presence: M must by schema and
                specification, X by the schema only, S by the specification only (these 17 are taken without on arrival and recorded as CEB-LENIENT).
                """);
        for (var type : CebCatalogue.official().list()) {
            page.append("\n## ")
                    .append(type)
                    .append(' ')
                    .append(type.nameZh())
                    .append(" · ")
                    .append(type.nameEn())
                    .append("\n\n");
            page.append(Pages.head("block", "field", "中文", "format", "", "codes", "meaning"));
            block(page, type.head());
            type.rows().ifPresent(rows -> block(page, rows));
        }
        Pages.compare("fields.md", page.toString());
    }

    private static void block(StringBuilder page, CebBlock block) {
        for (var field : block.fields()) {
            var both = field.inSchema() && field.inSpecification();
            page.append(Pages.row(
                    block.name(),
                    "`" + field.name() + "`",
                    field.labelZh(),
                    field.schema().text()
                            + (field.specification().equals(field.schema())
                                    ? ""
                                    : " (spec: " + field.specification().text() + ")"),
                    both ? "M" : field.inSchema() ? "X" : field.inSpecification() ? "S" : "",
                    field.codeList(),
                    field.meaning()));
        }
    }

    @Test
    void thePageOfCodesHasCauseAndFixOfEach() {
        var page = new StringBuilder("""
                # States and codes of receipts
                A code that is not here is shown as unknown, with the text of the receipt. `bin/tongdao customs explain CODE…` says the same.

                """);
        page.append(Pages.head("code", "官方文字", "原因", "cause", "处理", "fix"));
        var codes = new LinkedHashSet<String>();
        CsvTable.resource("error-advice.csv").forEach(row -> codes.add(row.get("code")));
        CsvTable.resource("error-codes.csv").forEach(row -> codes.add(row.get("code")));
        for (var code : codes) {
            var advice = Advice.of(code);
            page.append(Pages.row(
                    code, advice.official(), advice.causeZh(), advice.causeEn(), advice.fixZh(), advice.fixEn()));
        }
        Pages.compare("codes.md", page.toString());
    }

    @Test
    void aStalePageFails() {
        assertThatThrownBy(() -> {
                    if (Boolean.getBoolean("tongdao.write-docs")) {
                        throw new AssertionError("stale: not asked while writing");
                    }
                    Pages.compare("codes.md", "# Other\n");
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stale");
    }
}
