package org.tongdao.customs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks customs to summarise released lists into declarations (汇总申请, 701), by naming the lists.
 *
 * <p>Naming them is safer than a period: what lies in a period is decided by customs' clock.
 *
 * @param copNo our number, at most 30 characters
 * @param byOwner by consignor and producer ({@code summaryFlag} 2) instead of consignor alone
 * @param invtNos numbers that customs gave the lists
 */
public record SummaryApplication(String copNo, boolean byOwner, Instant at, List<String> invtNos) {

    private static final int ROWS_PER_PART = 5_000;
    private static final CebType TYPE = CebCatalogue.official().get("CEB701");

    public SummaryApplication {
        invtNos = List.copyOf(invtNos);
        if (invtNos.isEmpty()) {
            throw new IllegalArgumentException("summary " + copNo + " names no list. Maybe nothing was released yet.");
        }
    }

    /** The documents, part by part. */
    public List<CebDocument> documents(RetailParties parties) {
        int parts = (invtNos.size() + ROWS_PER_PART - 1) / ROWS_PER_PART;
        var documents = new ArrayList<CebDocument>();
        for (int part = 1; part <= parts; part++) {
            var document = CebDocument.of(TYPE)
                    .put("guid", Guid.of("summary/" + copNo + "/" + part))
                    .put("appType", "1")
                    .put("appTime", ChinaTime.seconds(at))
                    .put("appStatus", "2")
                    .put("customsCode", parties.customsCode())
                    .put("copNo", copNo)
                    .put("agentCode", parties.agentCode())
                    .put("agentName", parties.agentName())
                    .put("ebcCode", parties.companyCode())
                    .put("ebcName", parties.companyName())
                    .put("declAgentCode", parties.agentCode())
                    .put("declAgentName", parties.agentName())
                    .put("summaryFlag", byOwner ? "2" : "1")
                    .put("itemNameFlag", "1")
                    .put("msgCount", String.valueOf(parts))
                    .put("msgSeqNo", String.valueOf(part));
            int from = (part - 1) * ROWS_PER_PART;
            for (var invtNo : invtNos.subList(from, Math.min(invtNos.size(), from + ROWS_PER_PART))) {
                document.row().cell("invtNo", invtNo);
            }
            documents.add(document.build());
        }
        return documents;
    }
}
