package org.tongdao.customs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a site operator or carrier reports of many parcels at once: arrival at the supervised site (507), departure (509), inbound detail (711).
 *
 * @param copNo our number, at most 30 characters (20 for 711)
 * @param at when it happened
 * @param sentAt when it is reported
 */
public record SiteReport(String copNo, Site site, Conveyance by, Instant at, Instant sentAt, List<Parcel> parcels) {

    private static final int ROWS_PER_PART = 5_000;
    private static final String RAIL = "3";

    /** A supervised site, by who runs it: customs code of ten digits or USCC of 18 characters. */
    public record Site(String operatorCode, String operatorName) {}

    /**
     * From where the goods came or with what they left.
     *
     * @param vehicle number plate or train
     * @param voyageNo of train, flight or voyage
     * @param billNo of the consignment note
     */
    public record Conveyance(String vehicle, String voyageNo, String billNo) {}

    /** A parcel and the bag it lies in; the bag may be empty. */
    public record Parcel(String waybillNo, String bagNo) {}

    public SiteReport {
        parcels = List.copyOf(parcels);
    }

    /** Arrival at the site, in parts that count themselves. */
    public List<CebDocument> arrival(RetailParties parties) {
        return parts(
                "CEB507",
                parties,
                head -> head.put("operatorCode", site.operatorCode())
                        .put("operatorName", site.operatorName())
                        .put("ieFlag", "E")
                        .put("trafMode", RAIL)
                        .put("billNo", by.billNo())
                        .put("domesticTrafNo", by.vehicle()));
    }

    /** Departure from the country, in parts that count themselves. */
    public List<CebDocument> departure(RetailParties parties) {
        return parts(
                "CEB509",
                parties,
                head -> head.put("trafMode", RAIL)
                        .put("trafName", by.vehicle())
                        .put("voyageNo", by.voyageNo())
                        .put("billNo", by.billNo())
                        .put("leaveTime", ChinaTime.seconds(at)));
    }

    /** Inbound detail of an import site, one document with all rows. */
    public CebDocument inbound(RetailParties parties) {
        var document = head("CEB711", parties, 1)
                .put("operatorCode", site.operatorCode())
                .put("operatorName", site.operatorName())
                .put("ieFlag", "I")
                .put("trafMode", RAIL)
                .put("trafNo", by.vehicle())
                .put("voyageNo", by.voyageNo())
                .put("billNo", by.billNo());
        int gnum = 0;
        for (var parcel : parcels) {
            document.row().cell("gnum", String.valueOf(++gnum)).cell("logisticsNo", parcel.waybillNo());
        }
        return document.build();
    }

    private List<CebDocument> parts(
            String type, RetailParties parties, java.util.function.UnaryOperator<CebDocument.Builder> own) {
        int count = Math.max(1, (parcels.size() + ROWS_PER_PART - 1) / ROWS_PER_PART);
        var documents = new ArrayList<CebDocument>();
        for (int part = 1; part <= count; part++) {
            var document = own.apply(head(type, parties, part))
                    .put("msgCount", String.valueOf(count))
                    .put("msgSeqNo", String.valueOf(part));
            int from = (part - 1) * ROWS_PER_PART;
            int gnum = 0;
            for (var parcel : parcels.subList(from, Math.min(parcels.size(), from + ROWS_PER_PART))) {
                document.row().cell("gnum", String.valueOf(++gnum)).cell("logisticsNo", parcel.waybillNo());
                if (!parcel.bagNo().isEmpty()) {
                    document.cell("totalPackageNo", parcel.bagNo());
                }
            }
            documents.add(document.build());
        }
        return documents;
    }

    private CebDocument.Builder head(String type, RetailParties parties, int part) {
        return CebDocument.of(CebCatalogue.official().get(type))
                .put("guid", Guid.of(type + "/" + copNo + "/" + part))
                .put("appType", "1")
                .put("appTime", ChinaTime.seconds(sentAt))
                .put("appStatus", "2")
                .put("customsCode", parties.customsCode())
                .put("copNo", copNo)
                .put("logisticsCode", parties.carrierCode())
                .put("logisticsName", parties.carrierName());
    }
}
