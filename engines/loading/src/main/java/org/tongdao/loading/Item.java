package org.tongdao.loading;

import org.tongdao.terms.Size;

/**
 * A parcel on its way into a bag.
 *
 * @param size of the packed parcel, in any position
 * @param grossG mass in grams
 */
public record Item(String id, Size size, long grossG) {

    long volumeMm3() {
        return size.volumeMm3();
    }
}
