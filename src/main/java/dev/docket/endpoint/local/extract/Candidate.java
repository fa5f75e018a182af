package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that was found for a target.
 *
 * @param at where it stands; null when it stands in no one place
 */
record Candidate(Target target, JsonNode value, double likelihood, Bit at) {
    Candidate times(double factor) {
        return new Candidate(target, value, likelihood * factor, at);
    }
}
