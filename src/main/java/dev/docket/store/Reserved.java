package dev.docket.store;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Connections that running jobs and looking after them have to themselves. The calls of clients use the others, so that
 * a flood of slow ones cannot hold up a claim, a heartbeat, a settlement or a signal.
 */
@Qualifier
@Retention(RUNTIME)
@Target({TYPE, METHOD, PARAMETER})
public @interface Reserved {}
