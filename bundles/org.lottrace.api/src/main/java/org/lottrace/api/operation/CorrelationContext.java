package org.lottrace.api.operation;

/** The name under which the logging context of a thread (MDC) says which request it works on. Each edge sets and clears it. */
public final class CorrelationContext {
    /** Key of the logging context. */
    public static final String KEY = "correlationId";

    private CorrelationContext() {}
}
