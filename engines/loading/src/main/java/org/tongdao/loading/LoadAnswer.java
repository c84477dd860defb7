package org.tongdao.loading;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * Loaded containers and what stays behind.
 *
 * @param leftOut one finding per cargo of which boxes stay behind: its id as place, the number of boxes as value, the limit that excluded it as rule
 * @param nodes partial loads that were completed to find it
 */
public record LoadAnswer(List<Loaded> containers, List<Finding> leftOut, long nodes) {

    /** One container and its boxes in the order in which the crew puts them in; boxes that stood before come first. */
    public record Loaded(ContainerOffer offer, List<LoadProblem.Stowed> boxes) {

        public long volumeMm3() {
            return boxes.stream().mapToLong(LoadProblem.Stowed::volumeMm3).sum();
        }

        /** Share of the inner volume that is filled, 0 to 1. */
        public double fill() {
            return (double) volumeMm3() / offer.type().inner().volumeMm3();
        }
    }

    public double cost() {
        return containers.stream().mapToDouble(c -> c.offer().cost()).sum();
    }

    public double costPerM3() {
        return cost() / (containers.stream().mapToLong(Loaded::volumeMm3).sum() / 1e9);
    }

    public double costPerBox() {
        return cost() / containers.stream().mapToLong(c -> c.boxes().size()).sum();
    }
}
