package dev.docket.api;

/** Carries a problem to where it is turned into an answer. It has no stack trace: it is an outcome, not a defect. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
