package org.tongdao.yard;

import java.util.List;

/**
 * A wagon of the train that is made up on the next railway's gauge, with what was lifted on to it.
 *
 * @param no its number, unique in the train
 * @param gaugeMm 1435 or 1520
 * @param axles usually 4
 * @param tareKg without boxes
 * @param payloadKg most that may stand on it
 * @param lengthMm over couplers
 * @param brakedKg brake weight that works, by the brake test; 0 for a wagon whose brake is cut out
 * @param boxes in the order from the front
 */
public record OnwardWagon(
        String no,
        int gaugeMm,
        int axles,
        int tareKg,
        int payloadKg,
        int lengthMm,
        int brakedKg,
        List<OnwardBox> boxes) {

    public OnwardWagon {
        boxes = List.copyOf(boxes);
        if (axles < 2 || tareKg < 0 || payloadKg < 0 || lengthMm < 0 || brakedKg < 0) {
            throw new IllegalArgumentException("wagon %s: %d axles, tare %d kg, payload %d kg, %d mm, braked %d kg"
                    .formatted(no, axles, tareKg, payloadKg, lengthMm, brakedKg));
        }
    }

    /**
     * A box on it.
     *
     * @param no container number
     * @param grossKg weighed or declared
     * @param waybill number of the consignment note re-issued for the next railway, translated line by line; empty while it is not
     */
    public record OnwardBox(String no, int grossKg, String waybill) {

        public OnwardBox {
            if (grossKg < 0) {
                throw new IllegalArgumentException("box " + no + " of " + grossKg + " kg");
            }
        }
    }

    public int loadKg() {
        return boxes.stream().mapToInt(OnwardBox::grossKg).sum();
    }

    public int grossKg() {
        return tareKg + loadKg();
    }
}
