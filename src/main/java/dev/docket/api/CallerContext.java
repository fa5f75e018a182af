package dev.docket.api;

import dev.docket.tenant.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Who the current request comes from. */
@RequestScoped
public class CallerContext {
    private Caller caller;

    /** The caller; every resource under {@code /v1} has one. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("this request was not authenticated");
        }
        return caller;
    }

    /** The id of the caller's organization. */
    public String organization() {
        return caller().organizationId();
    }

    void set(Caller authenticated) {
        caller = authenticated;
    }
}
