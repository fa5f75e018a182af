package dev.docket.history;

/**
 * A history that must not be.
 *
 * @param what in a sentence
 * @param history as few of the calls as show it
 */
record Violation(String what, JobHistory history) {
    @Override
    public String toString() {
        return what + System.lineSeparator() + HistoryTable.of(history);
    }
}
