package org.tongdao.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

    @Test
    void aSpreadsheetNeverRunsWhatAMerchantTyped() {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1")) {
            assertThat(Spreadsheet.cell(evil).replace("\"", "")).startsWith("'");
        }
        assertThat(Spreadsheet.cell("A-1")).isEqualTo("A-1");
        assertThat(Spreadsheet.row("a,b", "say \"hi\"")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\"\r\n");
    }
}
