package org.tongdao.yard;

/**
 * Somebody else's solver that may better a plan, such as CP-SAT. The engine needs none: it is found at run time by {@link java.util.ServiceLoader}, is only asked
 * for the moments at which steps should begin, and what it says is rebuilt by {@link DayPlanner#follow} under all rules, so it cannot break a plan.
 */
public interface DayImprover {

    /** What people call it by, e.g. {@code cp-sat}. */
    String name();

    /**
     * Looks for better moments for a day that is planned from its beginning.
     *
     * @param plan the best known, a start for the search
     * @param seconds of wall time, above 0
     */
    DayAdvice advise(DayQuestion question, DayPlan plan, double seconds);
}
