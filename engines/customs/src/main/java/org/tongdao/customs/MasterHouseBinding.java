package org.tongdao.customs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds released lists to the train they leave on (总分单, 607): bill, vehicle, bag by bag.
 *
 * <p>One binding per consignment note, that is per container; a long one is split into parts that count themselves ({@code msgCount}, {@code
 * msgSeqNo}).
 *
 * @param copNo our number of the binding, at most 30 characters
 * @param trainNo number of the train, as in the manifest
 * @param billNo number of the consignment note
 * @param grossGrams of everything bound
 * @param parcels in the order of loading
 */
public record MasterHouseBinding(
        String copNo, String trainNo, String billNo, long grossGrams, Instant at, List<Bound> parcels) {

    private static final int ROWS_PER_PART = 5_000;
    private static final CebType TYPE = CebCatalogue.official().get("CEB607");

    /** One released parcel: its bag (SSCC), its waybill and the number customs gave its list. */
    public record Bound(String bagNo, String waybillNo, String invtNo) {}

    public MasterHouseBinding {
        parcels = List.copyOf(parcels);
    }

    /** The documents of this binding, part by part. */
    public List<CebDocument> documents(RetailParties parties) {
        return documents(parties, 0);
    }

    /** The same as a change ({@code appType} 2) of what was sent under this number before; {@code change} counts from 1. */
    public List<CebDocument> changes(RetailParties parties, int change) {
        if (change < 1) {
            throw new IllegalArgumentException(
                    "change " + change + " of binding " + copNo + ". Maybe documents() is meant.");
        }
        return documents(parties, change);
    }

    private List<CebDocument> documents(RetailParties parties, int change) {
        int parts = Math.max(1, (parcels.size() + ROWS_PER_PART - 1) / ROWS_PER_PART);
        var documents = new ArrayList<CebDocument>();
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * ROWS_PER_PART;
            var rows = parcels.subList(from, Math.min(parcels.size(), from + ROWS_PER_PART));
            var head = head(parties, change == 0 ? "" : "/change/" + change, part)
                    .put("msgCount", String.valueOf(parts))
                    .put("msgSeqNo", String.valueOf(part));
            documents.add(withRows(head, rows));
        }
        return documents;
    }

    private CebDocument.Builder head(RetailParties parties, String change, int part) {
        return CebDocument.of(TYPE)
                .put("guid", Guid.of("binding/" + copNo + "/" + part + change))
                .put("appType", change.isEmpty() ? "1" : "2")
                .put("appTime", ChinaTime.seconds(at))
                .put("appStatus", "2")
                .put("customsCode", parties.customsCode())
                .put("copNo", copNo)
                .put("agentCode", parties.agentCode())
                .put("agentName", parties.agentName())
                .put("trafMode", "3")
                .put("trafName", trainNo)
                .put("voyageNo", trainNo)
                .put("billNo", billNo)
                .put("grossWeight", RetailExport.kilograms(grossGrams))
                .put("logisticsCode", parties.carrierCode())
                .put("logisticsName", parties.carrierName());
    }

    private static CebDocument withRows(CebDocument.Builder document, List<Bound> rows) {
        int gnum = 0;
        for (var bound : rows) {
            document.row()
                    .cell("gnum", String.valueOf(++gnum))
                    .cell("totalPackageNo", bound.bagNo())
                    .cell("logisticsNo", bound.waybillNo())
                    .cell("invtNo", bound.invtNo());
        }
        return document.build();
    }
}
