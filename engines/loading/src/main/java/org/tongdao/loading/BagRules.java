package org.tongdao.loading;

import java.util.stream.IntStream;
import org.tongdao.terms.Size;

/**
 * What a bag may hold.
 *
 * @param maxGrossG with the bag itself, e.g. 30,000 (China Post, Kazakhstan)
 * @param tareG of the empty bag
 * @param maxVolumeMm3 of the parcels in it
 * @param full the shape of a full bag
 */
public record BagRules(long maxGrossG, long tareG, long maxVolumeMm3, Size full) {

    /** Whether a parcel goes into a bag at all, turned as need be and weighed together with the bag. */
    boolean takes(Item item) {
        return item.grossG() <= maxGrossG - tareG && takes(item.size());
    }

    private boolean takes(Size size) {
        var parcel = sides(size);
        var bag = sides(full);
        return size.volumeMm3() <= maxVolumeMm3
                && IntStream.range(0, parcel.length).allMatch(i -> parcel[i] <= bag[i]);
    }

    private static int[] sides(Size size) {
        return IntStream.of(size.lengthMm(), size.widthMm(), size.heightMm())
                .sorted()
                .toArray();
    }
}
