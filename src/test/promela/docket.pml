/*
 * One job of Docket: its row in the database, the executors' memory of their runs, and the callers of the API.
 *
 * A step that changes the row is one statement of dev.docket.store and happens at once, as the row's lock makes it
 * happen. Each of its guards is a macro; -DNO_GUARD_x takes one away and the search must then find a fault. A step of
 * an executor is one turn of its event loop. What an executor believes (runs, executors) is apart from what the row
 * says (job); they meet in statements and in the answers to them, which may be lost, late, or come twice.
 *
 * docs/model.md says which step stands for which code, what is left out, and what came out. `check` runs all of it.
 */

/* ---- The size of a configuration ---------------------------------------------------------------------------- */

#ifndef EXECUTORS
#define EXECUTORS 2
#endif
#ifndef SLOTS                /* runs that one executor may have in hand */
#define SLOTS 1
#endif
#define RUNS (EXECUTORS * SLOTS)
#ifndef CLAIMS               /* claims in all; the search ends there */
#define CLAIMS 3
#endif
#ifndef ATTEMPTS             /* attempts a generation is given */
#define ATTEMPTS 2
#endif
#ifndef LEASE                /* ticks until a lease has lapsed */
#define LEASE 2
#endif
/* An executor counts its lease from when it sent the statement, the database from when it ran it: never sooner. */
#define OWN_LEASE (LEASE - 1)

#ifndef LOSSES               /* answers that get lost on their way */
#define LOSSES 0
#endif
#ifndef LATE                 /* statements that run though their sender has given them up */
#define LATE 0
#endif
#ifndef CRASHES              /* of executor 0 */
#define CRASHES 0
#endif
#ifndef FREEZES              /* of executor 0: it stands still for any time, then goes on where it was */
#define FREEZES 0
#endif
#ifndef RESTARTS             /* of the database */
#define RESTARTS 0
#endif
#ifndef EXPIRIES             /* how often the job's time may run out */
#define EXPIRIES 0
#endif
#ifndef RETRIES              /* calls of retry, each made twice */
#define RETRIES 0
#endif
#ifdef ONCE                  /* no call is made twice */
#define REPEATED false
#else
#define REPEATED true
#endif
#ifndef CANCELS              /* calls of cancel, each made twice */
#define CANCELS 0
#endif
#if defined(FENCE_BY_ATTEMPTS_LEFT) || defined(FENCE_BY_ATTEMPT_COUNT)
#define OTHER_FENCE
#endif
#ifndef BULKS                /* bulk cancels that come to the job */
#define BULKS 0
#endif
/* With the guard that is looked at again under the lock, it makes no difference when the rows were found. */
#if defined(NO_GUARD_RESCUE_AGAIN) || defined(NO_GUARD_EXPIRE_AGAIN) || defined(NO_GUARD_PROMOTE_AGAIN) \
    || defined(NO_GUARD_DELETE_AGAIN) || defined(NO_GUARD_UNSTARTED_AGAIN)
#define SNAPSHOTS
#endif
/* Switches: CREATES, VALIDATES, DRAINS, DELETES, FAILS, QUEUE_LIMIT, PRECONDITIONS, SPECULATES, SPARES_BEATS, NO_TIME,
   UNHEARD, LIVENESS. */

/* ---- The row ------------------------------------------------------------------------------------------------- */

#define ABSENT      0
#define VALIDATING  1
#define QUEUED      2
#define IN_PROGRESS 3
#define COMPLETED   4
#define FAILED      5
#define CANCELLED   6
#define EXPIRED     7

#define NOBODY 0             /* executor e owns runs as e + 1 */

#define NO_CODE     0
#define OWN_CODE    1        /* the failure of a processor, or queue_timeout */
#define LEASE_CODE  2        /* attempts_exhausted */

typedef Job {
    unsigned status : 3;
    bool validated;
    bool ready;              /* ready_pos is not null */
    bool parked;             /* available_at is not null */
    bool due;                /* expires_at has passed */
    bool grace_over;         /* … and the time of grace too */
#ifdef QUEUE_LIMIT
    bool started;            /* started_at is not null */
    bool start_late;         /* start_before has passed */
#endif
    unsigned owner : 2;
    unsigned lease : 2;      /* ticks until lease_until; 0 once it has passed */
    unsigned claim : 3;
    unsigned generation : 2;
    unsigned attempts_left : 2;
#ifdef FENCE_BY_ATTEMPT_COUNT
    unsigned attempt_count : 2;
#endif
    unsigned last_failure : 2;
    unsigned error : 2;
    bool response;
    unsigned cancel_token : 2;
    unsigned retry_token : 2;
    bool work_started;
    bool stop_noted;         /* work_stopped_at is not null */
};

Job job;

#define IS_LIVE(s)  (s == VALIDATING || s == QUEUED || s == IN_PROGRESS)
#define IS_FINAL(s) (s >= COMPLETED)
/* job_shown, and the status that every statement returns: past its time a job is expired. */
#define SHOWN (job.status == ABSENT -> ABSENT : (job.due -> EXPIRED : job.status))

/* ---- What executors remember ---------------------------------------------------------------------------------- */

#define FREE       0
#define WORKING    1         /* the processor is at work and may answer */
#define ABORTING   2         /* stopped, but the work has not come to its end yet */
#define SETTLING   3         /* answered; the end waits to be written */
#define CONFIRMING 4         /* nothing works any more: to be noted on a cancelled job */
#define HANDING    5         /* nothing works any more: to be handed back */

#define BY_SIGNAL 1          /* RunEnd.CANCELLED */
#define LOST      2
#define UNSURE    3
#define DRAINED   4

#define COMPLETE  1          /* Verdict */
#define FAIL      2
#define AGAIN     3
#define VALIDATED 4

typedef Run {
    unsigned phase : 3;
    unsigned claim : 3;
    unsigned generation : 2;
    bool validating;
    unsigned end : 3;
    unsigned verdict : 3;
    unsigned sure : 2;       /* ticks that its lease lasts on the executor's own clock */
    unsigned wrote : 3;      /* ghost: the status that its settlement has written */
#ifdef OTHER_FENCE
    unsigned fence : 2;
#endif
};

Run runs[RUNS];

#define IDLE 0
#define SENT 1
#define TOLD 2               /* the statement ran, its answer is on the way */

typedef Executor {
    bool down;               /* killed, or gone after its drain */
    bool frozen;
    bool draining;
    bool in_doubt;           /* a claim's answer was lost */
    unsigned claiming : 2;
    unsigned claimed : 3;    /* what the claim's answer brings, 0 for nothing */
    unsigned claimed_generation : 2;
    bool claimed_validating;
    unsigned claim_sure : 2;
#ifdef OTHER_FENCE
    unsigned claimed_fence : 2;
#endif
    unsigned beating : 2;
    unsigned beat_sure : 2;
    unsigned heard : 3;      /* the claim of a signal for a run that is not in hand */
    unsigned signal : 3;     /* the cancel signal on its way here */
};

Executor executor[EXECUTORS];

/* A heartbeat on its way: which claim of each run it names, and whether the database found it held. */
typedef Beat {
    unsigned claim : 3;
    bool held;
};

Beat beat[RUNS];

#ifdef NO_GUARD_SURE_PER_RUN
byte answered_sure[EXECUTORS];
#endif

#define EXECUTOR_OF(r) ((r) / SLOTS)
#define ALIVE(e)       (!executor[e].down && !executor[e].frozen)
#define IN_HAND(r)     (runs[r].phase >= WORKING && runs[r].phase <= SETTLING)
#define AT_WORK(r)     (runs[r].phase == WORKING || runs[r].phase == ABORTING)
#define HOLDS(r)       (job.claim == runs[r].claim && job.owner == EXECUTOR_OF(r) + 1)

/* ---- Faults left, and the rest of the world ------------------------------------------------------------------- */

byte losses = LOSSES;
byte late_left = LATE;
bool away;                   /* the database */
#ifdef CREATES
bool created;                /* the call that creates the job has ended */
#else
#define created true
#endif
unsigned warm : 2;           /* ticks until the restarted server has been up for a lease's time */
#if CANCELS + BULKS > 0
byte told_cancelled;         /* ghost: generations of which a caller was told that they are cancelled, a bit each */
unsigned claimant : 1;       /* ghost: whose the last claim was */
#define OPEN  1              /* a call of cancel that is under way */
#define ENDED 2              /* … and during which the job ended */
byte calls[3];               /* by its token */
#endif

/* A statement that its sender has given up and the network has not. */
#define NOTHING 0
#define LATE_CLAIM  1
#define LATE_SETTLE 2
#define LATE_BEAT   3
#define LATE_HAND_BACK 4

typedef Straggler {
    unsigned kind : 3;
    unsigned executor : 1;
    unsigned claim : 3;
    unsigned verdict : 3;
#ifdef OTHER_FENCE
    unsigned fence : 2;
#endif
};

Straggler straggler;

#if BULKS > 0
bool retried_since;          /* retried_at is later than created_at of the bulk cancel */
bool decided;                /* batch_token is the batch's, its outcomes are written */
#endif

/* Scratch of atomic steps; never part of a state. */
hidden byte was, was_due, r_, next_, found_, ok_;

/* ---- The guards ----------------------------------------------------------------------------------------------- */

#ifdef FENCE_BY_ATTEMPTS_LEFT
#define ROW_FENCE job.attempts_left
#endif
#ifdef FENCE_BY_ATTEMPT_COUNT
#define ROW_FENCE job.attempt_count
#endif
#ifndef ROW_FENCE
#define ROW_FENCE job.claim
#define RUN_FENCE(r) runs[r].claim
#define STRAGGLER_FENCE straggler.claim
#else
#define RUN_FENCE(r) runs[r].fence
#define STRAGGLER_FENCE straggler.fence
#endif

#ifdef NO_GUARD_CREATE_TOKEN
#define CREATE_TOKEN true
#else
#define CREATE_TOKEN (job.status == ABSENT)
#endif

#ifdef NO_GUARD_CLAIM_READY
#define CLAIM_READY (job.status != ABSENT)
#else
#define CLAIM_READY job.ready
#endif
#ifdef NO_GUARD_CLAIM_IN_TIME
#define CLAIM_IN_TIME true
#else
#define CLAIM_IN_TIME (!job.due)
#endif
#ifdef NO_GUARD_CLAIM_NOT_LATE
#define CLAIM_NOT_LATE true
#elif defined(QUEUE_LIMIT)
#define CLAIM_NOT_LATE (!job.start_late || job.started)
#else
#define CLAIM_NOT_LATE true
#endif
#ifdef NO_GUARD_CLAIM_RISES
#define CLAIM_RISES (job.claim == 0)
#else
#define CLAIM_RISES 1
#endif

#ifdef NO_GUARD_BEAT_CLAIM
#define BEAT_CLAIM(fence) true
#else
#define BEAT_CLAIM(fence) (ROW_FENCE == fence)
#endif
#ifdef NO_GUARD_BEAT_OWNER
#define BEAT_OWNER(e) true
#else
#define BEAT_OWNER(e) (job.owner == e + 1)
#endif

#ifdef NO_GUARD_SETTLE_CLAIM
#define SETTLE_CLAIM(fence) true
#else
#define SETTLE_CLAIM(fence) (ROW_FENCE == fence)
#endif
#ifdef NO_GUARD_SETTLE_OWNED
#define SETTLE_OWNED (job.status != ABSENT)
#else
#define SETTLE_OWNED (job.owner != NOBODY)
#endif
#ifdef NO_GUARD_SETTLE_IN_TIME
#define SETTLE_IN_TIME true
#else
#define SETTLE_IN_TIME (!job.due)
#endif

#ifdef NO_GUARD_HAND_BACK_CLAIM
#define HAND_BACK_CLAIM(fence) true
#else
#define HAND_BACK_CLAIM(fence) (ROW_FENCE == fence)
#endif
#ifdef NO_GUARD_HAND_BACK_OWNER
#define HAND_BACK_OWNER(e) (job.status != ABSENT)
#else
#define HAND_BACK_OWNER(e) (job.owner == e + 1)
#endif
#ifdef NO_GUARD_STRAYS_OWNER
#define STRAYS_OWNER(e) (job.owner != NOBODY)
#else
#define STRAYS_OWNER(e) (job.owner == e + 1)
#endif

#ifdef NO_GUARD_CANCEL_LIVE
#define CANCEL_LIVE (job.status != ABSENT)
#else
#define CANCEL_LIVE IS_LIVE(job.status)
#endif
#ifdef NO_GUARD_CANCEL_IN_TIME
#define CANCEL_IN_TIME true
#else
#define CANCEL_IN_TIME (!job.due)
#endif
#ifdef NO_GUARD_CANCEL_TOKEN
#define CANCEL_TOKEN(token) true
#else
#define CANCEL_TOKEN(token) (job.cancel_token != token)
#endif
#ifdef NO_GUARD_CANCEL_PRECONDITION
#define CANCEL_PRECONDITION(only_if_queued) true
#else
#define CANCEL_PRECONDITION(only_if_queued) (!only_if_queued || job.owner == NOBODY)
#endif

#ifdef NO_GUARD_BULK_LIVE
#define BULK_LIVE (job.status != ABSENT)
#else
#define BULK_LIVE IS_LIVE(job.status)
#endif
#ifdef NO_GUARD_BULK_IN_TIME
#define BULK_IN_TIME true
#else
#define BULK_IN_TIME (!job.due)
#endif
#ifdef NO_GUARD_BULK_BEFORE_RETRY
#define BULK_BEFORE_RETRY true
#else
#define BULK_BEFORE_RETRY (!retried_since)
#endif
#ifdef NO_GUARD_BULK_PRECONDITION
#define BULK_PRECONDITION(only_if_queued) true
#else
#define BULK_PRECONDITION(only_if_queued) (!only_if_queued || job.owner == NOBODY)
#endif
#ifdef NO_GUARD_BULK_OWN
#define BULK_OWN false
#else
#define BULK_OWN decided
#endif

#ifdef NO_GUARD_RETRY_STATUS
#define RETRY_STATUS (job.status != ABSENT)
#else
#define RETRY_STATUS (job.status == FAILED || job.status == CANCELLED || job.status == EXPIRED || job.status != ABSENT && job.due)
#endif
#ifdef NO_GUARD_RETRY_TOKEN
#define RETRY_TOKEN(token) true
#else
#define RETRY_TOKEN(token) (job.retry_token != token)
#endif

#ifdef NO_GUARD_CONFIRM_CLAIM
#define CONFIRM_CLAIM(c) true
#else
#define CONFIRM_CLAIM(c) (job.claim == c)
#endif
#ifdef NO_GUARD_CONFIRM_GENERATION
#define CONFIRM_GENERATION(g) true
#else
#define CONFIRM_GENERATION(g) (job.generation == g)
#endif
#ifdef NO_GUARD_CONFIRM_CANCELLED
#define CONFIRM_CANCELLED (job.status != ABSENT)
#else
#define CONFIRM_CANCELLED (job.status == CANCELLED)
#endif
#ifdef NO_GUARD_CONFIRM_KEEPS_TIME
#define CONFIRM_KEEPS_TIME false
#else
#define CONFIRM_KEEPS_TIME true
#endif

#ifdef NO_GUARD_RESCUE_OWNED
#define RESCUE_OWNED (job.status != ABSENT)
#else
#define RESCUE_OWNED (job.owner != NOBODY)
#endif
#ifdef NO_GUARD_RESCUE_LAPSED
#define RESCUE_LAPSED true
#else
#define RESCUE_LAPSED (job.lease == 0)
#endif
#ifdef NO_GUARD_RESCUE_WAIT
#define RESCUE_WAIT true
#else
#define RESCUE_WAIT (warm == 0)
#endif
#ifdef NO_GUARD_EXPIRE_LIVE
#define EXPIRE_LIVE (job.status != ABSENT)
#else
#define EXPIRE_LIVE IS_LIVE(job.status)
#endif
#ifdef NO_GUARD_EXPIRE_DUE
#define EXPIRE_DUE true
#else
#define EXPIRE_DUE job.due
#endif
#ifdef NO_GUARD_UNSTARTED_STATUS
#define UNSTARTED_STATUS (job.status != ABSENT)
#else
#define UNSTARTED_STATUS (job.status == VALIDATING || job.status == QUEUED)
#endif
#ifdef NO_GUARD_UNSTARTED_UNOWNED
#define UNSTARTED_UNOWNED true
#else
#define UNSTARTED_UNOWNED (job.owner == NOBODY)
#endif
#ifdef NO_GUARD_UNSTARTED_UNSTARTED
#define UNSTARTED_UNSTARTED true
#else
#define UNSTARTED_UNSTARTED (!job.started)
#endif
#ifdef NO_GUARD_UNSTARTED_LATE
#define UNSTARTED_LATE true
#else
#define UNSTARTED_LATE job.start_late
#endif
#ifdef NO_GUARD_UNSTARTED_IN_TIME
#define UNSTARTED_IN_TIME true
#else
#define UNSTARTED_IN_TIME (!job.due)
#endif
#ifdef NO_GUARD_PROMOTE_PARKED
#define PROMOTE_PARKED (job.status != ABSENT)
#else
#define PROMOTE_PARKED job.parked
#endif
#ifdef NO_GUARD_DELETE_ENDED
#define DELETE_ENDED (job.status != ABSENT)
#else
#define DELETE_ENDED IS_FINAL(job.status)
#endif
#ifdef NO_GUARD_DELETE_GRACE
#define DELETE_GRACE true
#else
#define DELETE_GRACE job.grace_over
#endif

/* A statement on many rows finds them by its snapshot and looks again under the lock. */
#ifdef NO_GUARD_RESCUE_AGAIN
#define RESCUE_AGAIN (job.status != ABSENT)
#else
#define RESCUE_AGAIN (RESCUE_OWNED && RESCUE_LAPSED)
#endif
#ifdef NO_GUARD_EXPIRE_AGAIN
#define EXPIRE_AGAIN (job.status != ABSENT)
#else
#define EXPIRE_AGAIN (EXPIRE_LIVE && EXPIRE_DUE)
#endif
#ifdef NO_GUARD_UNSTARTED_AGAIN
#define UNSTARTED_AGAIN (job.status != ABSENT)
#else
#define UNSTARTED_AGAIN (UNSTARTED_STATUS && UNSTARTED_UNOWNED && UNSTARTED_UNSTARTED && UNSTARTED_LATE)
#endif
#ifdef NO_GUARD_PROMOTE_AGAIN
#define PROMOTE_AGAIN (job.status != ABSENT)
#else
#define PROMOTE_AGAIN PROMOTE_PARKED
#endif
#ifdef NO_GUARD_DELETE_AGAIN
#define DELETE_AGAIN (job.status != ABSENT)
#else
#define DELETE_AGAIN (DELETE_ENDED && DELETE_GRACE)
#endif

/* ---- What must hold after each commit -------------------------------------------------------------------------- */

inline begin_write() {
    was = job.status;
    was_due = job.due
}

#if CANCELS + BULKS > 0
inline ended_during_calls() {
    if :: calls[1] == OPEN -> calls[1] = ENDED :: else fi;
    if :: calls[2] == OPEN -> calls[2] = ENDED :: else fi
}
#endif

/* The CHECK constraints of the table, the steps of JobStatus, one outcome a generation. */
inline committed(by_retry) {
    assert(job.owner == NOBODY || job.status == VALIDATING || job.status == IN_PROGRESS);
    assert(job.status != IN_PROGRESS || job.owner != NOBODY);
    assert(job.owner != NOBODY || job.lease == 0);
    assert(!(job.ready && job.parked));
    assert((IS_LIVE(job.status) && job.owner == NOBODY) == (job.ready || job.parked));
    assert((job.status == COMPLETED) == job.response);
    assert((job.status == FAILED) == (job.error != NO_CODE));
    assert(job.validated || job.status == VALIDATING || job.status == FAILED || job.status == CANCELLED ||
           job.status == EXPIRED);
    /* Nothing leaves a final state, nor what is shown as one, but by a retry. */
    assert(by_retry || IS_LIVE(was));
    assert(!by_retry || was == FAILED || was == CANCELLED || was == EXPIRED || was_due);
    /* Past its time a job has no other outcome than that. */
    assert(by_retry || !was_due || IS_LIVE(job.status) || job.status == EXPIRED || job.error == LEASE_CODE);
    /* What was answered as cancelled shows no response in that generation. */
#if CANCELS + BULKS > 0
    assert(!job.response || !(told_cancelled & (1 << job.generation)));
    if
    :: IS_FINAL(job.status) -> ended_during_calls()
    :: else
    fi;
#endif
    skip
}

inline stop(which, reason) {
    if
    :: runs[which].phase == WORKING ->
        runs[which].phase = ABORTING;
        runs[which].end = reason;
        runs[which].sure = 0
    :: else
    fi
}

inline leave(which) {
    runs[which].phase = FREE;
    runs[which].claim = 0;
    runs[which].generation = 0;
    runs[which].validating = false;
    runs[which].end = 0;
    runs[which].verdict = 0;
    runs[which].sure = 0;
    runs[which].wrote = 0
#ifdef OTHER_FENCE
    ; runs[which].fence = 0
#endif
}

/* Whether any executor that is awake works for this claim, or is about to. */
inline find_worker(number) {
    found_ = 0;
    r_ = 0;
    do
    :: r_ < RUNS ->
        if
        :: AT_WORK(r_) && runs[r_].claim == number && ALIVE(EXECUTOR_OF(r_)) -> found_ = 1
        :: executor[EXECUTOR_OF(r_)].claiming == TOLD && executor[EXECUTOR_OF(r_)].claimed == number &&
           ALIVE(EXECUTOR_OF(r_)) -> found_ = 1
        :: else
        fi;
        r_++
    :: else -> break
    od
}

/* ---- The statements --------------------------------------------------------------------------------------------- */

inline create_job() {                                   /* CreateJob.CREATE */
    if
    :: CREATE_TOKEN ->
        assert(job.status == ABSENT);               /* one call, one job */
        job.status = VALIDATING;
        if :: job.validated -> job.status = QUEUED :: else fi;
        job.ready = true;
        job.attempts_left = ATTEMPTS
    :: else
    fi
}

inline claim_jobs(who) {                                   /* ClaimJobs.CLAIM */
    if
    :: CLAIM_READY && CLAIM_IN_TIME && CLAIM_NOT_LATE && job.claim < CLAIMS ->
        begin_write();
        assert(job.owner == NOBODY);                /* nobody's run is taken away by a claim */
        assert(!job.due);
#ifdef QUEUE_LIMIT
        assert(!job.start_late || job.started);
        job.started = job.started || job.validated;
#endif
        job.status = (job.validated -> IN_PROGRESS : VALIDATING);
        job.owner = who + 1;
        job.lease = LEASE;
        job.claim = job.claim + CLAIM_RISES;
#if CANCELS + BULKS > 0
        claimant = who;
#endif
        if :: job.attempts_left > 0 -> job.attempts_left-- :: else fi;
#ifdef FENCE_BY_ATTEMPT_COUNT
        if :: job.validated -> job.attempt_count++ :: else fi;
#endif
        job.ready = false;
        committed(false);
        ok_ = true
    :: else -> ok_ = false
    fi
}

/* What the row of a settlement whose answer was lost looks like. */
#ifdef NO_GUARD_SETTLE_OWN_END
#define OWN_END(v) (v == COMPLETE && job.status == COMPLETED || v == FAIL && job.status == FAILED \
                    || (v == VALIDATED || v == AGAIN) && job.status == QUEUED)
#else
#define OWN_END(v) (v == COMPLETE && job.status == COMPLETED \
                    || v == FAIL && job.status == FAILED && job.error == OWN_CODE \
                    || v == VALIDATED && job.status == QUEUED \
                    || v == AGAIN && job.last_failure == OWN_CODE \
                       && (job.status == QUEUED || job.status == VALIDATING || job.status == FAILED))
#endif

inline settle_run(who, number, fencing, verdict_) {              /* SettleRuns.SETTLE; answers in ok_ */
    if
    :: SETTLE_CLAIM(fencing) && SETTLE_OWNED && SETTLE_IN_TIME ->
        begin_write();
        assert(job.claim == number && job.owner == who + 1);        /* the fencing: this run and no later one */
        assert(!job.due);
        if
        :: verdict_ == COMPLETE -> next_ = COMPLETED
        :: verdict_ == FAIL -> next_ = FAILED
        :: verdict_ == VALIDATED -> next_ = QUEUED
        :: verdict_ == AGAIN && job.attempts_left == 0 -> next_ = FAILED
        :: else -> next_ = (job.validated -> QUEUED : VALIDATING)
        fi;
        job.status = next_;
        job.validated = job.validated || next_ == QUEUED;
        job.owner = NOBODY;
        job.lease = 0;
        job.ready = (verdict_ == VALIDATED);
        job.parked = (verdict_ == AGAIN && next_ != FAILED);
        if :: verdict_ == VALIDATED -> job.attempts_left = ATTEMPTS :: else fi;
        if :: verdict_ == FAIL || verdict_ == AGAIN -> job.last_failure = OWN_CODE :: else fi;
        job.response = (next_ == COMPLETED);
        job.error = (next_ == FAILED -> OWN_CODE : NO_CODE);
        committed(false);
        r_ = 0;
        do
        :: r_ < RUNS ->
            if :: runs[r_].phase == SETTLING && runs[r_].claim == number -> runs[r_].wrote = next_ :: else fi;
            r_++
        :: else -> break
        od;
        ok_ = true
    :: else ->
        /* Not won: but does the row show that an earlier try of the same settlement was? */
        ok_ = job.claim == number && job.owner == NOBODY && job.status != ABSENT && OWN_END(verdict_)
    fi
}

inline to_the_queue() {
    job.status = (job.validated -> QUEUED : VALIDATING);
    job.owner = NOBODY;
    job.lease = 0;
    job.ready = true;
    if :: job.attempts_left < ATTEMPTS -> job.attempts_left++ :: else assert(false) fi
}

inline hand_back_run(who, fencing) {                        /* HandBack.HAND_BACK */
    if
    :: HAND_BACK_CLAIM(fencing) && HAND_BACK_OWNER(who) ->
        begin_write();
        find_worker(job.claim);
        assert(!found_);                            /* what is handed back has stopped */
#ifdef FENCE_BY_ATTEMPT_COUNT
        if :: job.status == IN_PROGRESS -> job.attempt_count-- :: else fi;
#endif
        to_the_queue();
        committed(false)
    :: else
    fi
}

inline hand_back_strays(who) {                        /* HandBack.STRAYS */
    found_ = 0;
#ifndef NO_GUARD_STRAYS_KNOWN
    r_ = who * SLOTS;
    do
    :: r_ < (who + 1) * SLOTS ->
        if :: IN_HAND(r_) && runs[r_].claim == job.claim -> found_ = 1 :: else fi;
        r_++
    :: else -> break
    od;
#endif
    if
    :: STRAYS_OWNER(who) && !found_ ->
        begin_write();
        find_worker(job.claim);
        assert(!found_);
#ifdef FENCE_BY_ATTEMPT_COUNT
        if :: job.status == IN_PROGRESS -> job.attempt_count-- :: else fi;
#endif
        to_the_queue();
        committed(false)
    :: else
    fi
}

inline confirm_stop(which) {                            /* ConfirmStop.CONFIRM */
    if
    :: CONFIRM_CLAIM(runs[which].claim) && CONFIRM_GENERATION(runs[which].generation) && CONFIRM_CANCELLED ->
        /* The very run that the cancel ended, and it has stopped. */
        assert(job.status == CANCELLED && job.generation == runs[which].generation && job.claim == runs[which].claim);
        assert(!job.stop_noted || CONFIRM_KEEPS_TIME);
        find_worker(job.claim);
        assert(!found_);
        job.stop_noted = true
    :: else
    fi
}

inline rescue_run() {                                   /* RescueRuns.RESCUE */
    begin_write();
    r_ = 0;
    do
    :: r_ < RUNS ->
        /* Only from executors that are gone, stand still, or have given up: nobody works beside another one. */
        assert(!(runs[r_].phase == WORKING && HOLDS(r_) && ALIVE(EXECUTOR_OF(r_))));
#if RESTARTS > 0
        /* After a restart of the server nobody loses a result that only waits for it. */
        assert(!(runs[r_].phase == SETTLING && HOLDS(r_) && ALIVE(EXECUTOR_OF(r_))));
#endif
        r_++
    :: else -> break
    od;
    if
    :: job.attempts_left == 0 ->
        job.status = FAILED;
        job.error = LEASE_CODE
    :: else ->
        job.status = (job.validated -> QUEUED : VALIDATING);
        job.parked = true
    fi;
    job.last_failure = LEASE_CODE;
    job.owner = NOBODY;
    job.lease = 0;
    committed(false)
}

inline expire_job() {                                   /* ExpireJobs.EXPIRE */
    begin_write();
    assert(job.due);
    job.status = EXPIRED;
    job.owner = NOBODY;
    job.lease = 0;
    job.ready = false;
    job.parked = false;
    committed(false)
}

#ifdef QUEUE_LIMIT
inline fail_unstarted() {                           /* FailUnstarted.FAIL */
    begin_write();
    assert(!job.started && job.start_late && job.owner == NOBODY);
    job.status = FAILED;
    job.last_failure = OWN_CODE;
    job.error = OWN_CODE;
    job.ready = false;
    job.parked = false;
    committed(false)
}
#endif

inline promote_parked() {                                  /* PromoteParked.PROMOTE */
    begin_write();
    job.parked = false;
    job.ready = true;
    committed(false)
}

inline delete_job() {                                   /* DeleteJobs.DELETE */
    assert(IS_FINAL(job.status) && job.due && job.grace_over);
    job.status = ABSENT;
    job.validated = false;
    job.response = false;
    job.error = NO_CODE;
    job.last_failure = NO_CODE;
    job.claim = 0;
    job.generation = 0;
    job.cancel_token = 0;
    job.retry_token = 0;
    job.work_started = false;
    job.stop_noted = false
}

inline cancel_job(token, only_if_queued) {              /* CancelJob.CANCEL, its part won */
    begin_write();
    assert(job.cancel_token != token);              /* the call that won last cancels nothing more */
    assert(!job.due);
    assert(!only_if_queued || job.owner == NOBODY);
    job.status = CANCELLED;
    job.cancel_token = token;
    job.work_started = (job.owner != NOBODY);
    job.stop_noted = false;
    job.owner = NOBODY;
    job.lease = 0;
    job.ready = false;
    job.parked = false;
#ifdef NO_GUARD_CANCEL_LIVE
    job.response = false;
    job.error = NO_CODE;
#endif
    committed(false)
}

inline retry_job(token) {                               /* RetryJob.RETRY, its part won */
    begin_write();
    assert(job.retry_token != token);               /* the call that won last runs nothing more */
    job.status = (job.validated -> QUEUED : VALIDATING);
    job.due = false;
    job.grace_over = false;
    job.ready = true;
    job.parked = false;
    job.owner = NOBODY;
    job.lease = 0;
    job.generation++;
#ifdef QUEUE_LIMIT
    job.started = false;
    job.start_late = false;
#endif
#if BULKS > 0
    retried_since = true;
#endif
    job.attempts_left = ATTEMPTS;
#ifdef NO_GUARD_RETRY_KEEPS_CLAIM
    job.claim = 0;
#endif
    job.response = false;
    job.error = NO_CODE;
    job.work_started = false;
    job.stop_noted = false;
    job.retry_token = token;
    committed(true)
}

/* ---- An executor: three threads of doing that take turns on one loop --------------------------------------------- */

#ifdef SPECULATES
#define WORTH_A_CLAIM(e) true
#elif CRASHES == 0 && FREEZES == 0 && !defined(DRAINS)
/* Two executors that are alike: the first claim is called executor 0's. */
#define WORTH_A_CLAIM(e) (job.ready && (e == 0 || executor[0].claiming != IDLE || job.claim > 0))
#else
#define WORTH_A_CLAIM(e) job.ready
#endif

/* An answer that comes when the lease may be over is as good as lost. */
#ifdef NO_GUARD_CLAIM_STILL_SURE
#define CLAIM_STILL_SURE(e) true
#else
#define CLAIM_STILL_SURE(e) (executor[e].claim_sure > 0)
#endif

inline forget_claim(who) {
    executor[who].claiming = IDLE;
    executor[who].claimed = 0;
    executor[who].claimed_generation = 0;
    executor[who].claimed_validating = false;
#ifdef OTHER_FENCE
    executor[who].claimed_fence = 0;
#endif
    executor[who].claim_sure = 0;
    executor[who].heard = 0
}

/* StartRun, with the signals that came before the run was known. */
inline begin_run(who) {
    r_ = who * SLOTS;
    do
    :: r_ < (who + 1) * SLOTS - 1 && runs[r_].phase != FREE -> r_++
    :: else -> break
    od;
    assert(runs[r_].phase == FREE);
    runs[r_].phase = WORKING;
    runs[r_].claim = executor[who].claimed;
    runs[r_].generation = executor[who].claimed_generation;
    runs[r_].validating = executor[who].claimed_validating;
    runs[r_].sure = executor[who].claim_sure;
#ifdef OTHER_FENCE
    runs[r_].fence = executor[who].claimed_fence;
#endif
    if
    :: executor[who].heard == runs[r_].claim ->
#ifndef NO_GUARD_EARLY_SIGNALS
        stop(r_, BY_SIGNAL);
#endif
        /* A signal that arrived is never in vain. */
        assert(runs[r_].phase != WORKING)
    :: else
    fi
}

/* ClaimLoop and SendClaim: one claim at a time, strays first. */
proctype claims(byte e) {
    byte r;

end:
    do
    :: atomic { ALIVE(e) && !executor[e].draining && executor[e].claiming == IDLE && !away && WORTH_A_CLAIM(e) &&
                job.claim < CLAIMS ->
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS && runs[r].phase != FREE -> r++
            :: else -> break
            od;
            if
            :: r < (e + 1) * SLOTS ->
#ifndef NO_GUARD_STRAYS_FIRST
                if
                :: executor[e].in_doubt ->
                    d_step { hand_back_strays(e) };
                    executor[e].in_doubt = false
                :: else
                fi;
#endif
                executor[e].claiming = SENT;
                executor[e].claim_sure = OWN_LEASE
            :: else
            fi;
            r = 0
        }
    :: d_step { executor[e].claiming == SENT && !away ->
            claim_jobs(e);
            executor[e].claiming = TOLD;
            if
            :: ok_ ->
                executor[e].claimed = job.claim;
                executor[e].claimed_generation = job.generation;
                executor[e].claimed_validating = !job.validated
#ifdef OTHER_FENCE
                ; executor[e].claimed_fence = ROW_FENCE
#endif
            :: else -> executor[e].claimed = 0
            fi
        }
    :: d_step { executor[e].claiming == TOLD && ALIVE(e) ->
            if
            :: executor[e].claimed != 0 && CLAIM_STILL_SURE(e) -> begin_run(e)
            :: executor[e].claimed != 0 && !CLAIM_STILL_SURE(e) -> executor[e].in_doubt = true
            :: else
            fi;
            forget_claim(e)
        }
#ifdef NO_GUARD_STRAYS_FIRST
    :: atomic { executor[e].in_doubt && ALIVE(e) && !away ->
            d_step { hand_back_strays(e) };
            executor[e].in_doubt = false
        }
#endif
    /* The answer is lost; or the statement, or it comes to the database later. */
    :: atomic { losses > 0 && executor[e].claiming != IDLE && ALIVE(e) ->
            losses--;
            if
            :: true
            :: late_left > 0 && executor[e].claiming == SENT ->
                late_left--;
                straggler.kind = LATE_CLAIM;
                straggler.executor = e
            fi;
            d_step {
                forget_claim(e);
                executor[e].in_doubt = true
            }
        }
    od
}

/* Told as won only if this run's end was written, told as too late only if it was not: unless the job went on since. */
inline settled_answer_is_true(which) {
    assert(!ok_ || runs[which].wrote != 0 || job.generation != runs[which].generation);
    assert(ok_ || runs[which].wrote == 0 || job.claim != runs[which].claim || job.generation != runs[which].generation ||
           job.status != runs[which].wrote)
}

/* One run: its work, its end, and the writing of it. */
proctype works(byte r) {
end:
    do
#ifdef LIVENESS
    :: runs[r].phase == WORKING && ALIVE(EXECUTOR_OF(r)) -> skip          /* it takes its time, for ever if need be */
#endif
    :: atomic { runs[r].phase == WORKING && ALIVE(EXECUTOR_OF(r)) ->
            if
            :: runs[r].validating -> runs[r].verdict = VALIDATED
            :: !runs[r].validating -> runs[r].verdict = COMPLETE
#ifdef FAILS
            :: runs[r].verdict = FAIL
            :: runs[r].verdict = AGAIN
#endif
            fi;
            runs[r].phase = SETTLING;
            runs[r].sure = 0
        }
    :: d_step { runs[r].phase == ABORTING && ALIVE(EXECUTOR_OF(r)) ->
            runs[r].phase = (runs[r].end == DRAINED -> HANDING : CONFIRMING)
        }
    /* An executor that stands still does not hear the answer: it tries again when it wakes. */
    :: atomic { runs[r].phase == SETTLING && !away && (ALIVE(EXECUTOR_OF(r)) || runs[r].wrote == 0) ->
            d_step {
                settle_run(EXECUTOR_OF(r), runs[r].claim, RUN_FENCE(r), runs[r].verdict)
            };
            if
            :: ALIVE(EXECUTOR_OF(r)) ->
                d_step {
                    settled_answer_is_true(r);
                    if
                    :: ok_ -> leave(r)
                    :: else -> runs[r].phase = CONFIRMING
                    fi
                }
            :: losses > 0 -> losses--
            :: !ALIVE(EXECUTOR_OF(r))
            fi
        }
    :: d_step { runs[r].phase == SETTLING && !away && late_left > 0 && straggler.kind == NOTHING ->
            late_left--;
            straggler.kind = LATE_SETTLE;
            straggler.executor = EXECUTOR_OF(r);
            straggler.claim = runs[r].claim;
            straggler.verdict = runs[r].verdict
#ifdef OTHER_FENCE
            ; straggler.fence = runs[r].fence
#endif
        }
#ifdef NO_GUARD_HAND_BACK_STOPPED
    :: d_step { runs[r].phase == ABORTING && runs[r].end == DRAINED && ALIVE(EXECUTOR_OF(r)) && !away ->
            hand_back_run(EXECUTOR_OF(r), RUN_FENCE(r))
        }
#endif
    :: atomic { runs[r].phase == CONFIRMING && ALIVE(EXECUTOR_OF(r)) && !away ->
            d_step { confirm_stop(r) };
            if
            :: d_step { leave(r) }
            :: losses > 0 -> losses--
            fi
        }
    :: atomic { runs[r].phase == HANDING && ALIVE(EXECUTOR_OF(r)) && !away ->
            d_step { hand_back_run(EXECUTOR_OF(r), RUN_FENCE(r)) };
            if
            :: d_step { leave(r) }
            :: losses > 0 -> losses--
            :: losses > 0 && late_left > 0 && straggler.kind == NOTHING ->
                losses--;
                late_left--;
                straggler.kind = LATE_HAND_BACK;
                straggler.executor = EXECUTOR_OF(r);
                straggler.claim = runs[r].claim
#ifdef OTHER_FENCE
                ; straggler.fence = runs[r].fence
#endif
            fi
        }
    od
}

#ifdef NO_GUARD_HEART_OUTLIVES_RUNS
#define BEATS(e) (ALIVE(e) && !executor[e].draining)
#else
#define BEATS(e) ALIVE(e)
#endif

#ifdef NO_GUARD_SURE_PER_RUN
#define NO_RUNS_IN_HAND answered_sure[e] = OWN_LEASE
#define IS_UNSURE(r) (runs[r].sure == 0 && answered_sure[EXECUTOR_OF(r)] == 0)
#else
#define NO_RUNS_IN_HAND skip
#define IS_UNSURE(r) (runs[r].sure == 0)
#endif

#ifdef NO_GUARD_OWN_CLOCK
#define CLOCK_STOPS(r) false
#else
#define CLOCK_STOPS(r) (runs[r].phase == WORKING && IS_UNSURE(r) && BEATS(EXECUTOR_OF(r)))
#endif
#if SLOTS == 1
#define ANY_CLOCK_STOPS(e) CLOCK_STOPS(e)
#else
#define ANY_CLOCK_STOPS(e) (CLOCK_STOPS(e * SLOTS) || CLOCK_STOPS(e * SLOTS + 1))
#endif

#ifdef OTHER_FENCE
#define BEAT_FENCE(r) runs[r].fence
#else
#define BEAT_FENCE(r) beat[r].claim
#endif

inline judge(who, which) {
    if
    :: IN_HAND(which) && runs[which].claim == beat[which].claim && beat[which].held ->
        if
        :: runs[which].phase == WORKING && runs[which].sure < executor[who].beat_sure -> runs[which].sure = executor[who].beat_sure
        :: else
        fi
    :: IN_HAND(which) && runs[which].claim == beat[which].claim && !beat[which].held ->
        /* Only what is no longer its own is stopped. */
        assert(runs[which].phase != WORKING || !HOLDS(which));
#ifndef NO_GUARD_STOP_LOST
        stop(which, LOST);
#endif
        /* No work goes on after the first answered beat that was sent without its job. */
        assert(runs[which].phase != WORKING)
    :: else
#ifdef NO_GUARD_JUDGE_SENT
        ;
        if
        :: runs[which].phase == WORKING && runs[which].claim != beat[which].claim ->
            assert(!HOLDS(which));
            stop(which, LOST)
        :: else
        fi
#endif
    fi;
#ifdef NO_GUARD_SURE_PER_RUN
    if
    :: answered_sure[who] < executor[who].beat_sure -> answered_sure[who] = executor[who].beat_sure
    :: else
    fi;
#endif
    skip
}

inline forget_beat(who) {
    r_ = who * SLOTS;
    do
    :: r_ < (who + 1) * SLOTS ->
        beat[r_].claim = 0;
        beat[r_].held = false;
        r_++
    :: else -> break
    od;
    executor[who].beating = IDLE;
    executor[who].beat_sure = 0
}

/* Beats that would find all as it was may be left out to keep a search small. */
#ifdef SPARES_BEATS
#define WORTH_A_BEAT(e) (IN_HAND(e) && (runs[e].sure < OWN_LEASE || !HOLDS(e)))
#else
#define WORTH_A_BEAT(e) true
#endif

/* Heart: beats for all runs in hand, judges the answer by the list that was sent, and keeps its own clock. */
proctype beats(byte e) {
    byte r;

end:
    do
    :: atomic { BEATS(e) && !ANY_CLOCK_STOPS(e) && executor[e].beating == IDLE && !away && WORTH_A_BEAT(e) ->
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS ->
                if
                :: IN_HAND(r) ->
                    beat[r].claim = runs[r].claim;
                    executor[e].beating = SENT
                :: else
                fi;
                r++
            :: else -> break
            od;
            r = 0;
            if
            :: executor[e].beating == SENT -> executor[e].beat_sure = OWN_LEASE
            :: else -> NO_RUNS_IN_HAND
            fi
        }
    :: d_step { executor[e].beating == SENT && !away ->                 /* Heartbeat.BEAT */
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS ->
                if
                :: beat[r].claim != 0 && BEAT_CLAIM(BEAT_FENCE(r)) && BEAT_OWNER(e) && job.status != ABSENT ->
                    begin_write();
                    job.lease = LEASE;
                    committed(false);
                    /* RETURNING names the row's claim. */
                    beat[r].held = (job.claim == beat[r].claim)
                :: else
                fi;
                r++
            :: else -> break
            od;
            r = 0;
            executor[e].beating = TOLD
        }
#ifdef UNHEARD
    /* No beat is ever answered. */
    :: d_step { executor[e].beating == TOLD && ALIVE(e) -> forget_beat(e) }
#else
    :: d_step { executor[e].beating == TOLD && ALIVE(e) ->
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS ->
                judge(e, r);
                r++
            :: else -> break
            od;
            r = 0;
            forget_beat(e)
        }
#endif
    :: atomic { losses > 0 && executor[e].beating != IDLE && ALIVE(e) ->
            losses--;
            if
            :: d_step { forget_beat(e) }
            :: executor[e].beating == TOLD -> executor[e].beating = SENT            /* TryAgain */
            :: late_left > 0 && executor[e].beating == SENT && beat[e * SLOTS].claim != 0 ->
                late_left--;
                straggler.kind = LATE_BEAT;
                straggler.executor = e;
                straggler.claim = beat[e * SLOTS].claim;
                d_step { forget_beat(e) }
            fi
        }
    :: d_step { ANY_CLOCK_STOPS(e) ->
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS ->
                if :: CLOCK_STOPS(r) -> stop(r, UNSURE) :: else fi;
                r++
            :: else -> break
            od;
            r = 0
        }
    od
}


#ifdef DRAINS
/* Executor.drain: no further claims, then whatever does not end by itself is stopped; gone once all is handed back. */
proctype drains(byte e) {
    byte r;

    atomic { ALIVE(e) -> executor[e].draining = true };
end:
    do
    :: atomic { ALIVE(e) ->
            r = e * SLOTS;
            do
            :: r < (e + 1) * SLOTS -> d_step { stop(r, DRAINED) }; r++
            :: else -> break
            od;
            r = 0
        }
    :: atomic { ALIVE(e) && executor[e].claiming == IDLE && runs[e * SLOTS].phase == FREE &&
                runs[(e + 1) * SLOTS - 1].phase == FREE ->
            executor[e].down = true;
            d_step { forget_beat(e) }
        }
    od
}

#endif

/* ---- Maintenance: finds by the snapshot, looks again under the lock ------------------------------------------------ */

#ifdef SNAPSHOTS
#define THEN_UNDER_THE_LOCK skip }; atomic { !away ->
#else
#define THEN_UNDER_THE_LOCK
#endif

proctype maintains() {
end:
    do
#ifndef NO_GUARD_RESCUE
    :: atomic { !away && job.status != ABSENT && RESCUE_OWNED && RESCUE_LAPSED && RESCUE_WAIT ->
            THEN_UNDER_THE_LOCK
            if
            :: RESCUE_AGAIN -> d_step { rescue_run() }
            :: else
            fi
        }
#endif
#ifndef NO_GUARD_PROMOTE
    /* available_at passes at any time. */
    :: atomic { !away && PROMOTE_PARKED ->
            THEN_UNDER_THE_LOCK
            if
            :: PROMOTE_AGAIN -> d_step { promote_parked() }
            :: else
            fi
        }
#endif
#if EXPIRIES > 0
    :: atomic { !away && EXPIRE_LIVE && EXPIRE_DUE ->
            THEN_UNDER_THE_LOCK
            if
            :: EXPIRE_AGAIN -> d_step { expire_job() }
            :: else
            fi
        }
#endif
#ifdef QUEUE_LIMIT
    :: atomic { !away && UNSTARTED_STATUS && UNSTARTED_UNOWNED && UNSTARTED_UNSTARTED && UNSTARTED_LATE && UNSTARTED_IN_TIME ->
            THEN_UNDER_THE_LOCK
            if
            :: UNSTARTED_AGAIN -> d_step { fail_unstarted() }
            :: else
            fi
        }
#endif
#ifdef DELETES
    :: atomic { !away && DELETE_ENDED && DELETE_GRACE ->
            THEN_UNDER_THE_LOCK
            if
            :: DELETE_AGAIN -> d_step { delete_job() }
            :: else
            fi
        }
#endif
    od
}

/* ---- Callers -------------------------------------------------------------------------------------------------------- */

#ifdef CREATES
/* Creates one job; every try carries its id. The call is over long before the job can be deleted. */
proctype creates() {
again:
    atomic { !away ->
        d_step { create_job() };
        if
        :: losses > 0 -> losses--; goto again
        :: created = true
        fi
    }
}
#endif


#define CANCEL_GUARDS(token, only) (CANCEL_LIVE && CANCEL_IN_TIME && CANCEL_TOKEN(token) && CANCEL_PRECONDITION(only))

#if CANCELS + BULKS > 0
/* PodSignals: to every executor; it means something to the one that made the claim only. */
inline signal_cancel() {
    executor[claimant].signal = job.claim
}

/* CancelJob and StopJob: the same call twice, as a client does that sends it again with its Idempotency-Key. */
proctype cancels(byte token) {
    bool only_if_queued, seen_live, seen_guards, first_live, again, second;

call:
    /* The call begins with its first try, which may be lost on the way. */
    atomic { job.status != ABSENT && !away ->
#ifdef PRECONDITIONS
        if
        :: only_if_queued = true
        :: only_if_queued = false
        fi;
#endif
        again = false;
        first_live = IS_LIVE(SHOWN);
        calls[token] = OPEN;
        if
        :: goto seen
        :: losses > 0 -> losses--; again = true
        fi
    };
look:
    atomic { !away ->
seen:
        /* What the statement's snapshot shows; the update finds its row by it. */
        seen_live = IS_LIVE(SHOWN);
        seen_guards = CANCEL_GUARDS(token, only_if_queued);
#ifdef NO_GUARD_SIGNAL_AFTER_COMMIT
        if :: job.owner != NOBODY -> d_step { signal_cancel() } :: else fi;
#endif
        skip
    };
    /* Then the row's lock, and the newest version. */
    atomic { !away ->
        if
        :: job.status == ABSENT -> goto answered                                            /* NotFound */
        :: else
        fi;
        if
        :: seen_guards && CANCEL_GUARDS(token, only_if_queued) ->                           /* Won */
            d_step { cancel_job(token, only_if_queued) };
            goto won
        :: else ->
            if
            :: job.cancel_token == token && SHOWN == CANCELLED -> goto won                  /* Won, as the first try */
            :: job.cancel_token == token && SHOWN != CANCELLED -> goto judged               /* Repeated */
            :: job.cancel_token != token && IS_LIVE(SHOWN) ->
                if
                :: only_if_queued && job.owner != NOBODY -> goto judged                     /* NoLongerQueued */
                :: else -> again = true; goto look                                          /* overtaken */
                fi
            :: job.cancel_token != token && !IS_LIVE(SHOWN) && (seen_live || again && calls[token] == ENDED) ->
                goto judged                                                                 /* LostRace: 200 */
            :: else ->                                                                      /* AlreadyFinished: 400 */
                /* Nobody whose job was live when the call began is told that he came too late. */
                assert(!first_live);
                goto judged
            fi
        fi;
won:
        /* The answer to a cancel names the winner. */
        assert(job.status == CANCELLED && job.cancel_token == token && !job.response);
        if
        :: losses > 0 -> losses--; again = true; goto look                                  /* TryAgain */
        :: job.work_started -> d_step { signal_cancel() }
        :: !job.work_started
        :: job.work_started && losses > 0 -> losses--                                       /* no signal at all */
        fi;
judged:
        if
        :: losses > 0 -> losses--; again = true; goto look
        :: job.status == CANCELLED && !job.due -> told_cancelled = told_cancelled | (1 << job.generation)
        :: job.status != CANCELLED || job.due
        fi
    };
answered:
    atomic {
        calls[token] = 0;
        again = false;
        if
        :: REPEATED && !second -> second = true; goto call
        :: true
        fi;
        only_if_queued = false; seen_live = false; seen_guards = false; first_live = false;
        second = false
    }
}

#ifdef NO_GUARD_SIGNAL_CLAIM
#define MEANT(r) true
#else
#define MEANT(r) (runs[r].claim == executor[e].signal)
#endif

/* Incoming.cancelled */
inline hear(who) {
    found_ = 0;
    r_ = who * SLOTS;
    do
    :: r_ < (who + 1) * SLOTS ->
        if
        :: IN_HAND(r_) && MEANT(r_) ->
            found_ = 1;
            /* Nobody's work is stopped that still holds its job. */
            assert(runs[r_].phase != WORKING || !HOLDS(r_));
            stop(r_, BY_SIGNAL)
        :: else
        fi;
        r_++
    :: else -> break
    od;
    if
    /* To be remembered; but only a claim whose answer is on its way can still turn up. */
    :: !found_ && executor[who].claiming == TOLD && executor[who].claimed == executor[who].signal ->
        executor[who].heard = executor[who].signal
    :: else
    fi
}

/* The network of the signals: late, twice, or never. */
proctype signals(byte e) {
end:
    do
    :: atomic { executor[e].signal != 0 && ALIVE(e) ->
            d_step { hear(e) };
            if
            :: true
            :: executor[e].signal = 0
            fi
        }
    :: executor[e].signal != 0 -> executor[e].signal = 0
    od
}

#endif

#if BULKS > 0
#define BULK_TOKEN 3

/* A bulk cancel: accepted once, its one batch with this job done until its answer arrives. The transaction holds the
   row's lock from FindBatch to the commit, so that what it judges by is what it changes. */
proctype bulk_cancels() {
    bool only_if_queued;

    atomic { job.status != ABSENT && !away ->
        retried_since = false;
        if
        :: only_if_queued = true
        :: only_if_queued = false
        fi
    };
batch:
    atomic { !away ->
        if
        :: BULK_OWN                                                                         /* TellBatch */
        :: !BULK_OWN && BULK_LIVE && BULK_IN_TIME && BULK_BEFORE_RETRY && BULK_PRECONDITION(only_if_queued) ->
            /* One batch, one outcome; and nothing that was retried since. */
            assert(!decided && !retried_since);
            d_step { cancel_job(BULK_TOKEN, only_if_queued) }
        :: else
        fi;
        decided = true;
        if
        :: losses > 0 -> losses--; goto batch
        :: job.status == CANCELLED && job.cancel_token == BULK_TOKEN && job.work_started -> d_step { signal_cancel() }
        :: true
        fi;
        if
        :: job.status == CANCELLED && job.cancel_token == BULK_TOKEN && !job.due ->
            told_cancelled = told_cancelled | (1 << job.generation)
        :: else
        fi;
        only_if_queued = false
    }
}
#endif

#if RETRIES > 0
/* RetryJob: the same call twice. */
proctype retries(byte token) {
    bool seen_guards, second;

call:
    atomic { job.status != ABSENT && !away && (IS_FINAL(SHOWN) || second) -> skip };
look:
    atomic { !away -> seen_guards = RETRY_STATUS && RETRY_TOKEN(token) };
    atomic { !away ->
        if
        :: job.status == ABSENT -> goto answered
        :: else
        fi;
        if
        :: seen_guards && RETRY_STATUS && RETRY_TOKEN(token) -> d_step { retry_job(token) }
        :: else ->
            if
            :: job.retry_token == token                                                     /* Accepted, as before */
            :: job.retry_token != token && (SHOWN == FAILED || SHOWN == CANCELLED || SHOWN == EXPIRED) -> goto look
            :: else -> goto answered                                                        /* Refused */
            fi
        fi;
        if
        :: losses > 0 -> losses--; goto look
        :: true
        fi
    };
answered:
    atomic {
        if
        :: REPEATED && !second -> second = true; goto call
        :: true
        fi;
        seen_guards = false;
        second = false
    }
}
#endif

/* ---- Time ------------------------------------------------------------------------------------------------------------- */

/* An executor that is awake looks at its own clock in time, and reaches a database that is back within a lease. */
#if RESTARTS > 0
#define LATE_RESULT(r) (!away && runs[r].phase == SETTLING && ALIVE(EXECUTOR_OF(r)))
#else
#define LATE_RESULT(r) false
#endif

/* A tick that would change nothing is left out. */
#define CLOCK_RUNS(r) (runs[r].sure > 0 || executor[EXECUTOR_OF(r)].claim_sure > 0 || executor[EXECUTOR_OF(r)].beat_sure > 0)
#if RUNS > 1
#define TIME_MATTERS (job.lease > 0 || warm > 0 || CLOCK_RUNS(0) || CLOCK_RUNS(1))
#else
#define TIME_MATTERS (job.lease > 0 || warm > 0 || CLOCK_RUNS(0))
#endif

#if EXECUTORS > 1
#define ALL_IN_TIME (!ANY_CLOCK_STOPS(0) && !ANY_CLOCK_STOPS(1) && !LATE_RESULT(0) && !LATE_RESULT(1))
#elif SLOTS > 1
#define ALL_IN_TIME (!ANY_CLOCK_STOPS(0) && !LATE_RESULT(0) && !LATE_RESULT(1))
#else
#define ALL_IN_TIME (!ANY_CLOCK_STOPS(0) && !LATE_RESULT(0))
#endif

proctype time() {
    byte i;
#if EXPIRIES > 0
    byte expiries = EXPIRIES;
#endif

end:
    do
#ifndef NO_TIME
    :: d_step { ALL_IN_TIME && TIME_MATTERS ->
            if :: job.lease > 0 -> job.lease-- :: else fi;
            if :: warm > 0 && !away -> warm-- :: else fi;
            i = 0;
            do
            :: i < RUNS ->
                if :: runs[i].sure > 0 -> runs[i].sure-- :: else fi;
                i++
            :: else -> break
            od;
            i = 0;
            do
            :: i < EXECUTORS ->
                if :: executor[i].claim_sure > 0 -> executor[i].claim_sure-- :: else fi;
                if :: executor[i].beat_sure > 0 -> executor[i].beat_sure-- :: else fi;
#ifdef NO_GUARD_SURE_PER_RUN
                if :: answered_sure[i] > 0 -> answered_sure[i]-- :: else fi;
#endif
                i++
            :: else -> break
            od;
            i = 0
        }
#endif
#if EXPIRIES > 0
    :: d_step { expiries > 0 && job.status != ABSENT && !job.due ->
            expiries--;
            job.due = true;
#if CANCELS + BULKS > 0 && !defined(NO_GUARD_CANCEL_EXPIRED_SINCE)
            ended_during_calls();
#endif
            i = 0
        }
#ifdef DELETES
    :: d_step { job.due && !job.grace_over && created -> job.grace_over = true }
#endif
#endif
#ifdef QUEUE_LIMIT
    :: d_step { job.status != ABSENT && !job.start_late -> job.start_late = true }
#endif
#if defined(NO_TIME) && EXPIRIES == 0
    :: false
#endif
    od
}

/* ---- Faults ------------------------------------------------------------------------------------------------------------ */

#if CRASHES > 0
/* kill -9: what was sent may still arrive. */
proctype crashes() {
    byte r;

    atomic { !executor[0].down ->
        executor[0].down = true;
        do
        :: r < SLOTS ->
            if
            :: runs[r].phase == SETTLING
            :: d_step { leave(r) }
            fi;
            r++
        :: else -> break
        od;
        if
        :: executor[0].claiming == SENT
        :: d_step { forget_claim(0) }
        fi;
        if
        :: executor[0].beating == SENT
        :: d_step { forget_beat(0) }
        fi;
        r = 0
    }
}
#endif

#if FREEZES > 0
proctype freezes() {
    byte r;

    atomic { !executor[0].down -> executor[0].frozen = true };
    /* The first that an executor does when it wakes is what its clock tells it. */
    d_step {
        executor[0].frozen = false;
        do
        :: r < SLOTS ->
            if :: CLOCK_STOPS(r) -> stop(r, UNSURE) :: else fi;
            r++
        :: else -> break
        od;
        r = 0
    }
}
#endif

#if RESTARTS > 0
/* What was on its way is lost with the server. */
proctype restarts() {
    byte e;

    atomic {
        away = true;
        do
        :: e < EXECUTORS ->
            d_step {
                executor[e].in_doubt = executor[e].in_doubt || executor[e].claiming != IDLE;
                forget_claim(e);
                forget_beat(e)
            };
            e++
        :: else -> break
        od;
        e = 0
    };
    atomic {
        away = false;
        warm = LEASE
    }
}
#endif

/* A statement that nobody waits for any more comes to the database after all. */
#if LATE > 0
proctype stragglers() {
end:
    do
    :: d_step { straggler.kind != NOTHING && !away ->
            if
            :: straggler.kind == LATE_CLAIM -> claim_jobs(straggler.executor)
            :: straggler.kind == LATE_SETTLE ->
                settle_run(straggler.executor, straggler.claim, STRAGGLER_FENCE, straggler.verdict)
            :: straggler.kind == LATE_HAND_BACK -> hand_back_run(straggler.executor, STRAGGLER_FENCE)
            :: straggler.kind == LATE_BEAT ->
                if
                :: BEAT_CLAIM(STRAGGLER_FENCE) && BEAT_OWNER(straggler.executor) && job.status != ABSENT ->
                    begin_write();
                    job.lease = LEASE;
                    committed(false)
                :: else
                fi
            fi;
            straggler.kind = NOTHING;
            straggler.executor = 0;
            straggler.claim = 0;
            straggler.verdict = 0
#ifdef OTHER_FENCE
            ; straggler.fence = 0
#endif
        }
    od
}
#endif

/* ---- The world --------------------------------------------------------------------------------------------------------- */

init {
    byte i;

    atomic {
#ifndef VALIDATES
        job.validated = true;
#endif
#ifdef CREATES
        run creates();
#else
        d_step { create_job() };
#endif
        do
        :: i < EXECUTORS ->
            run claims(i);
            run beats(i);
#if CANCELS + BULKS > 0
            run signals(i);
#endif
            i++
        :: else -> break
        od;
        i = 0;
        do
        :: i < RUNS -> run works(i); i++
        :: else -> break
        od;
        run maintains();
            run time();
#ifdef DRAINS
        run drains(0);
#endif
#if CRASHES > 0
        run crashes();
#endif
#if FREEZES > 0
        run freezes();
#endif
#if RESTARTS > 0
        run restarts();
#endif
#if LATE > 0
        run stragglers();
#endif
#if CANCELS > 0
        run cancels(1);
#endif
#if CANCELS > 1
        run cancels(2);
#endif
#if BULKS > 0
        run bulk_cancels();
#endif
#if RETRIES > 0
        run retries(1);
#endif
#if RETRIES > 1
        run retries(2);
#endif
        i = 0
    }
}

/* ---- What must come true at last ---------------------------------------------------------------------------------------- */

#ifdef LIVENESS

/* Work on a job that is somebody else's by now, or nobody's: it stops. */
#define LOST_WORK(r) (AT_WORK(r) && ALIVE(EXECUTOR_OF(r)) && !HOLDS(r))
ltl lost_work_stops { [] (LOST_WORK(0) -> <> !LOST_WORK(0)) }
#if RUNS > 1
ltl lost_work_stops_elsewhere { [] (LOST_WORK(1) -> <> !LOST_WORK(1)) }
#endif

/* A job of an executor that died leaves it. */
#define ORPHAN (job.owner == 1 && executor[0].down)
ltl orphans_are_rescued { [] (ORPHAN -> <> !ORPHAN) }

/* A job that waits is taken on, or ended. */
#define WAITS (IS_LIVE(job.status) && job.owner == NOBODY && job.claim < CLAIMS)
ltl waiting_jobs_move { [] (WAITS -> <> !WAITS) }

#endif
