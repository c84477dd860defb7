package org.tongdao.port;

/**
 * A pull that has not ended, with what is needed to end it.
 *
 * @param place of the unit in the container when it was pulled whole, else {@code {}}
 * @param heldG weight of the inspectors' unit
 * @param node where the inspectors have it
 * @param hub it goes to
 */
record PullBack(
        long pullId,
        long parcelId,
        long containerId,
        String containerNo,
        long trainId,
        String trainNo,
        String bagSscc,
        long heldId,
        String heldSscc,
        long heldG,
        String place,
        String node,
        String hub,
        String regime) {

    boolean wasWhole() {
        return bagSscc.equals(heldSscc);
    }
}
