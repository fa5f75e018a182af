package dev.docket.guard;

/**
 * One thing in a statement that keeps it from doing what it should not.
 *
 * @param statement the constant that holds the statement, for example {@code CancelJob.CANCEL}
 * @param table the common table expression that it stands in, {@code main} outside of them
 * @param text the guard itself, parameters without their numbers
 * @param ordinal 1, and more when the same guard stands there again
 */
record Guard(String statement, String table, String text, int ordinal) {
    String key() {
        return statement + " | " + table + " | " + text + (ordinal == 1 ? "" : " (" + ordinal + ")");
    }
}
