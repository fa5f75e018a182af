package dev.docket.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes of a good history that may be wrong or not: how many are noticed says how sharp the check is. */
enum RandomChange {
    /** Two calls of the same kind get each other's answer. */
    SWAP_ANSWERS {
        @Override
        Optional<JobHistory> of(JobHistory good, Random random) {
            Operation one = any(good, random);
            Operation other = any(good, random);
            boolean same = one.call().getClass() == other.call().getClass()
                    && one.isUnknown() == other.isUnknown()
                    && !one.answer().equals(other.answer());
            return same
                    ? Optional.of(replace(good, one.answered(other.answer()), other.answered(one.answer())))
                    : Optional.empty();
        }
    },
    /** A call is made and answered at another time of the job's life. */
    SHIFT {
        @Override
        Optional<JobHistory> of(JobHistory good, Random random) {
            Operation one = any(good, random);
            Operation place = any(good, random);
            boolean apart = !one.isUnknown() && (one.precedes(place) || place.precedes(one));
            long length = one.returned() - one.called();
            return apart
                    ? Optional.of(replace(good, one.during(place.called(), place.called() + length)))
                    : Optional.empty();
        }
    },
    /** A call that was answered with a change was never made. */
    DROP_CHANGE {
        @Override
        Optional<JobHistory> of(JobHistory good, Random random) {
            Operation one = any(good, random);
            List<Operation> others = new ArrayList<>(good.operations());
            others.remove(one);
            return one.call().isChange() && one.view() != null ? Optional.of(good.with(others)) : Optional.empty();
        }
    },
    /** A job is shown as another call showed it. */
    COPY_VIEW {
        @Override
        Optional<JobHistory> of(JobHistory good, Random random) {
            Operation one = any(good, random);
            Operation other = any(good, random);
            boolean differ = one.view() != null
                    && other.view() != null
                    && !one.view().status().equals(other.view().status())
                    && (one.view().more() == null) == (other.view().more() == null);
            return differ ? Optional.of(replace(good, one.answered(other.answer()))) : Optional.empty();
        }
    };

    /** A changed history; empty when the lot fell on calls that cannot be changed so. */
    abstract Optional<JobHistory> of(JobHistory good, Random random);

    private static Operation any(JobHistory history, Random random) {
        return history.operations().get(random.nextInt(history.operations().size()));
    }

    private static JobHistory replace(JobHistory history, Operation... changed) {
        List<Operation> all = new ArrayList<>(history.operations());
        for (Operation one : changed) {
            all.replaceAll(each -> each.number() == one.number() ? one : each);
        }
        return history.with(all);
    }
}
