package dev.docket.endpoint.local.topic;

import java.util.List;
import java.util.Set;

/**
 * A kind of document that is known.
 *
 * @param term what stands for its title among the terms of a text
 * @param telltales what stands on such documents, each some terms that stand together
 */
public record Kind(String name, String term, List<Set<String>> telltales) {}
