package org.tongdao.port;

import java.util.List;

/**
 * What came by a train and went on by others at the end of its run (I-06).
 *
 * @param carried containers on the train that go on by rail
 * @param liftedOff containers taken off
 * @param liftedOn containers on their next wagons
 * @param parcelsCarried parcels in the first
 * @param parcelsOn parcels in the last; equal when all is through and no seal was broken
 * @param open numbers of the containers that are not on their next wagon yet
 */
public record Conservation(
        int carried, int liftedOff, int liftedOn, long parcelsCarried, long parcelsOn, List<String> open) {

    public boolean isComplete() {
        return liftedOff == carried && liftedOn == carried && parcelsOn == parcelsCarried;
    }
}
