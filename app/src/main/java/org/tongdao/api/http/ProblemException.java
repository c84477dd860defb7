package org.tongdao.api.http;

import java.util.List;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public static ProblemException notFound() {
        return new ProblemException(Problem.of(404, "not-found", "There is no such thing here."));
    }

    public static ProblemException invalid(String title, List<Problem.Fault> faults) {
        return new ProblemException(Problem.of(422, "invalid", title, faults));
    }

    /** A parameter of the query that cannot be read. */
    public static ProblemException parameter(String name, String fix) {
        return new ProblemException(Problem.of(400, "parameter", "The parameter " + name + " cannot be read: " + fix));
    }

    Problem problem() {
        return problem;
    }
}
