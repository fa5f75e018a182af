package dev.docket.history;

import dev.docket.history.FaultSites.Pair;
import dev.docket.job.JobStatus;
import java.util.Optional;
import java.util.Random;

/**
 * Faults that are put into a good history at a place, found by the times of its calls, where nothing can excuse them.
 * So the checker must refuse every one.
 */
enum PlantedFault {
    COMPLETED_AFTER_CANCELLED {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.endAndLaterLook(JobStatus.CANCELLED)
                    .map(pair -> sites.answered(pair.later(), ChangedView.completed(pair.later())));
        }
    },
    ALIVE_AFTER_ITS_END {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.endAndLaterLook(null)
                    .map(pair -> sites.answered(pair.later(), ChangedView.running(pair.later())));
        }
    },
    END_AT_ANOTHER_TIME {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.endAndLaterLook(null)
                    .map(pair -> sites.answered(pair.later(), ChangedView.endedLater(pair.later())));
        }
    },
    CANCELLED_BY_NOBODY {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.endAndLaterLook(JobStatus.CANCELLED)
                    .map(pair -> sites.answered(pair.later(), ChangedView.cancelledBy(pair.later(), "nobody")));
        }
    },
    TWO_WINNERS {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.winnerAndLoser().map(loser -> sites.answered(loser, ChangedView.cancelledByItself(loser)));
        }
    },
    LOST_CREATE {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.look().map(look -> sites.answered(look, new Answer.Refused(404, "job_not_found", null)));
        }
    },
    LOST_RETRY {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.neededRetry().map(sites::without);
        }
    },
    OLD_END_AS_LOST_RACE {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.endAndRefusedCancel().map(pair -> sites.answered(pair.later(), showing(pair)));
        }

        private Answer showing(Pair pair) {
            return new Answer.Shown(pair.earlier().view());
        }
    },
    FINISHED_THOUGH_ALIVE_LATER {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            Answer finished = new Answer.Refused(400, "job_not_cancellable", JobStatus.COMPLETED);
            return sites.cancelBeforeLife().map(cancel -> sites.answered(cancel, finished));
        }
    },
    CANCELLED_AGAINST_THE_CONDITION {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.cancelOfRunningRefused().map(pair -> sites.answered(pair.later(), ChangedView.stopped(pair)));
        }
    },
    RESULT_WITHOUT_A_RUN {
        @Override
        Optional<JobHistory> in(FaultSites sites) {
            return sites.retryAndItsEnd()
                    .map(pair -> sites.answered(pair.later(), ChangedView.countedAs(pair.later(), pair.earlier())));
        }
    };

    /** The history with the fault; empty when it has no such place. */
    abstract Optional<JobHistory> in(FaultSites sites);

    Optional<JobHistory> in(JobHistory good, Random random) {
        return in(new FaultSites(good, random));
    }
}
