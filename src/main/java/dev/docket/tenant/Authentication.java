package dev.docket.tenant;

/** What a look at a key found. */
public sealed interface Authentication {
    /** The key is good. */
    record Accepted(Caller caller) implements Authentication {}

    /** The key is unknown or revoked; callers are not told which. */
    record Refused() implements Authentication {}
}
