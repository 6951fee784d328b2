package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Brings a message to the server of a partner. */
public interface Post {
    /**
     * @param body empty or not, it is sent as a whole
     * @throws UnreachableException if surely nothing came to the partner's program
     * @throws IOException if nobody knows whether it did
     */
    Answered send(URI url, Map<String, String> headers, Slice body) throws IOException;

    /**
     * @param body at most a megabyte
     */
    record Answered(int status, Headers headers, byte[] body) {
        private static final int CLASS = 100;
        private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
        private static final Duration LONGEST = Duration.ofDays(1);

        boolean isWell() {
            return status / CLASS == 2;
        }

        /** @return whether the server, or one before it, has no time now; that says nothing about what was sent */
        boolean isBusy() {
            return BUSY.contains(status);
        }

        /** @return whether it was surely not taken */
        boolean isRefused() {
            return status / CLASS == 4 && !isBusy();
        }

        /** @return how long the server wants to be left alone (RFC 9110, 10.2.3), a day at most; nothing if it does not say */
        Duration retryAfter(Instant now) {
            String said = headers.get("Retry-After").orElse("");
            Duration asked;
            try {
                asked = said.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(said))
                        : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said)));
            } catch (DateTimeException noTime) {
                return Duration.ZERO;
            }
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        }
    }
}
