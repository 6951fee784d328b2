package org.lottrace.api.event;

import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * Identity of an event, given by whoever captures it; also the idempotency key: the same id is recorded once.
 *
 * @param value 1 to 100 visible ASCII characters without spaces, such as a UUID or {@code scanner7:2026-03-01:000123}
 */
public record EventId(String value) {
    private static final Pattern FORMAT = Pattern.compile("[!-~]{1,100}");

    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public EventId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidIdentifierException("event id (1 to 100 visible ASCII characters)", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
