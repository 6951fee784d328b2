package org.lottrace.api.operation;

import org.lottrace.api.code.Coded;

/** What happens when the same request comes again. */
public enum Repeat implements Coded {
    /** It changes nothing, however often it is asked. */
    READS("reads"),
    /** It is done once for each event id; the same id with other content is refused. */
    ONCE_PER_ID("once-per-id"),
    /** The same request again changes nothing. */
    SAME_STATE("same-state"),
    /** Each call does it again. */
    EACH_TIME("each-time");

    private final String code;

    Repeat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
