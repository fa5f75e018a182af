package dev.docket.endpoint.local.extract;

import java.util.Map;

/**
 * Which columns of a table have what is asked for.
 *
 * @param head the row that names them, -1 when none does
 * @param byTarget the column of each target that has one
 * @param scores how sure that is
 */
record Columns(int head, Map<Target, Integer> byTarget, Map<Target, Double> scores) {
    double sum() {
        return scores.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
