package org.tongdao.tracking;

/**
 * The place dimension of an event.
 *
 * @param readPoint URI of where it was seen, empty when unknown
 * @param bizLocation URI of where the object is from then on, empty when it is on its way
 */
public record Where(String readPoint, String bizLocation) {

    public static final Where UNKNOWN = new Where("", "");

    /** The node id behind the place, e.g. {@code AKL}: the business location when there is one, else the read point; empty when neither is a node. */
    public String node() {
        String node = Epc.nodeOf(bizLocation);
        return node.isEmpty() ? Epc.nodeOf(readPoint) : node;
    }
}
