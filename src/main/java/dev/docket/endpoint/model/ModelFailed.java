package dev.docket.endpoint.model;

import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import java.util.Map;

/** Ends a run with the answer it has. It is thrown because it has to pass through the library; it is an outcome. */
final class ModelFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_CAUSE = 8;

    private final transient Answer answer;

    ModelFailed(Answer answer) {
        super("the model gave no result", null, false, false);
        this.answer = answer;
    }

    static ModelFailed last(ErrorCode code, String message, Map<String, Object> details) {
        return new ModelFailed(new Answer.Failed(new JobError(code, message, details)));
    }

    static ModelFailed last(ErrorCode code, String message) {
        return last(code, message, null);
    }

    /** The same, of a run that has had other answers before: it has begun, whatever became of this one. */
    ModelFailed ofBegun() {
        return answer instanceof Answer.FailedForNow now
                ? new ModelFailed(new Answer.FailedForNow(now.error(), now.after()))
                : this;
    }

    Answer answer() {
        return answer;
    }

    /** The one among the causes of a failure, or null. */
    static ModelFailed in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof ModelFailed failed) {
                return failed;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
