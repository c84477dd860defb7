package org.tongdao.loading;

/**
 * Containers of one type that can be had.
 *
 * @param available how many at most
 * @param cost of one, in any currency, for choosing the cheapest fleet
 */
public record ContainerOffer(ContainerType type, int available, double cost) {

    /** As many as are needed, each at the cost of its volume. */
    public static ContainerOffer any(ContainerType type) {
        return new ContainerOffer(type, Integer.MAX_VALUE, type.inner().volumeMm3() / 1e9);
    }
}
