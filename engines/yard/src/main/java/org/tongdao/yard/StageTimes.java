package org.tongdao.yard;

/**
 * How long the steps of a train take at a station, apart from the crane work.
 *
 * @param arrivalCheck joint check of railway, customs and border guard, with the manifest check
 * @param customs clearance of a train that is not inspected
 * @param inspection physical or X-ray inspection, on top
 * @param inspectionShare share of trains with an inspection, 0…1
 * @param placing receiving track to transload track
 * @param pullOut transload track to departure track
 * @param waybilling translation and re-issue of the consignment notes
 * @param marshalling marshalling and brake test
 * @param headwayMinutes between two departures
 */
public record StageTimes(
        Spread arrivalCheck,
        Spread customs,
        Spread inspection,
        double inspectionShare,
        Spread placing,
        Spread pullOut,
        Spread waybilling,
        Spread marshalling,
        double headwayMinutes) {

    public StageTimes {
        if (!(inspectionShare >= 0 && inspectionShare <= 1) || headwayMinutes < 0) {
            throw new IllegalArgumentException(
                    "inspection share %s (0…1), headway %s min (0…)".formatted(inspectionShare, headwayMinutes));
        }
    }
}
