package org.lottrace.web.gate.internal;

import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** Names the request that this thread works on, in the log and to the caller. Services find the name in the MDC. */
public final class Correlation {
    private static final String KEY = "correlationId";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** What a caller calls a request stands in our log: no spaces, no lines. */
    private static final Pattern SAFE = Pattern.compile("[!-~]{1,200}");

    private Correlation() {}

    /** The request has a name of ours until its sender gives one. */
    public static void begin() {
        set(UUID.randomUUID().toString());
    }

    /** @param given what the sender calls it; null, or what cannot be a name, changes nothing */
    public static void named(String given) {
        if (given != null && SAFE.matcher(given).matches()) {
            set(given);
        }
    }

    public static String current() {
        return CURRENT.get();
    }

    public static void end() {
        CURRENT.remove();
        MDC.remove(KEY);
    }

    private static void set(String id) {
        CURRENT.set(id);
        MDC.put(KEY, id);
    }
}
