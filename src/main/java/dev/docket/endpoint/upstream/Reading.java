package dev.docket.endpoint.upstream;

/** The taking in of what the other side says. Lives on the loop. */
sealed interface Reading permits ReadAnswer, ReadRefusal {
    void begin();

    /** What still comes is dropped. */
    void stop();

    /** Whether its last byte was taken in. */
    boolean isWhole();
}
