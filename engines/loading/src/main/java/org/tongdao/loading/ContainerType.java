package org.tongdao.loading;

import org.tongdao.terms.Size;

/**
 * A kind of container.
 *
 * @param code as in data/corridor/containers.csv, e.g. 40HC
 * @param inner inner length × width × height
 * @param maxGrossG with the container itself, the strictest of plate and corridor rule
 */
public record ContainerType(String code, Size inner, long tareG, long maxGrossG) {

    public long payloadG() {
        return maxGrossG - tareG;
    }
}
