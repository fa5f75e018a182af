package dev.docket.history;

/** The times of a job in the model. */
record Times(Mark created, Mark started, Mark ended, Mark expires) {
    static final Times NONE = new Times(Mark.NONE, Mark.NONE, Mark.NONE, Mark.NONE);

    static Times born() {
        return new Times(Mark.UNSEEN, Mark.NONE, Mark.NONE, Mark.UNSEEN);
    }

    /** A run began; the first one of a generation sets the time. */
    Times run() {
        return new Times(created, started.isThere() ? started : Mark.UNSEEN, ended, expires);
    }

    Times over() {
        return new Times(created, started, Mark.UNSEEN, expires);
    }

    Times again() {
        return new Times(created, Mark.NONE, Mark.NONE, Mark.UNSEEN);
    }

    /** The times after an answer showed them so; null when they cannot be shown so. */
    Times shownAs(JobView view) {
        Mark sawCreated = created.shownAs(view.createdAt());
        Mark sawStarted = started.shownAs(view.startedAt());
        Mark sawEnded = ended.shownAs(view.completedAt());
        Mark sawExpires = expires.shownAs(view.expiresAt());
        boolean agree = sawCreated != null && sawStarted != null && sawEnded != null && sawExpires != null;
        return agree ? new Times(sawCreated, sawStarted, sawEnded, sawExpires) : null;
    }
}
