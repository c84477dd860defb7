package org.tongdao.loading;

/**
 * A container that is to go by a train.
 *
 * @param type as in data/corridor/containers.csv; a type that starts with 20 takes half a wagon
 * @param grossG with the container itself
 * @param route where it goes; containers of one route stand together and a pair of 20' shares it
 */
public record TrainBox(String no, String type, long grossG, String route) {

    boolean isTwenty() {
        return type.startsWith("20");
    }
}
