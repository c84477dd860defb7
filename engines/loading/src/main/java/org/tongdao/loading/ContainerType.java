package org.tongdao.loading;

import org.tongdao.terms.Size;

/**
 * A kind of container.
 *
 * @param code as in data/corridor/containers.csv, e.g. 40HC
 * @param inner inner length × width × height
 * @param door what boxes are brought in through
 * @param maxGrossG with the container itself, the strictest of plate and corridor rule
 */
public record ContainerType(String code, Size inner, Door door, long tareG, long maxGrossG) {

    /** An opening as it is measured when the doors stand open; a box passes as it is to stand, by its longer or its shorter side first. */
    public record Door(int widthMm, int heightMm) {}

    /** A container that is open over its whole width and height. */
    public ContainerType(String code, Size inner, long tareG, long maxGrossG) {
        this(code, inner, new Door(inner.widthMm(), inner.heightMm()), tareG, maxGrossG);
    }

    public long payloadG() {
        return maxGrossG - tareG;
    }
}
