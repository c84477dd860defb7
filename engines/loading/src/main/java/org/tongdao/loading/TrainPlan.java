package org.tongdao.loading;

/**
 * A composed train and how good it is.
 *
 * @param worth of the containers on it
 * @param bound no train within the same rules is worth more
 * @param nodes of the search tree that were looked at
 */
public record TrainPlan(Consist consist, long worth, long bound, long nodes) {

    public boolean isOptimal() {
        return worth == bound;
    }

    /** What may be missing to the best train, in parts of the bound. */
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - worth) / bound;
    }
}
