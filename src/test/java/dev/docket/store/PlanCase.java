package dev.docket.store;

/**
 * A statement with what it is asked for.
 *
 * @param name the class and the constant, and what is asked
 * @param arguments as they are written in SQL
 * @param rows so many rows of tables it may look at
 * @param byKey whether it goes to its rows by nothing but their primary keys
 */
record PlanCase(String name, String statement, String arguments, int rows, boolean byKey) {
    /** Pages of a tree and of a table that may be touched for a row that is looked at, written in all indexes included. */
    private static final int PAGES_A_ROW = 50;

    private static final int PAGES_ANYWAY = 100;

    int pages() {
        return PAGES_ANYWAY + rows * PAGES_A_ROW;
    }

    @Override
    public String toString() {
        return name;
    }
}
