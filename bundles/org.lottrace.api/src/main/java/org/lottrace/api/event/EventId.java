package org.lottrace.api.event;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * Identity of an event, given by whoever captures it; also the idempotency key: the same id is recorded once.
 *
 * @param value 1 to 100 visible ASCII characters without spaces, such as a UUID or {@code scanner7:2026-03-01:000123}
 */
public record EventId(String value) {
    private static final int LONGEST = 100;

    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public EventId {
        if (value.isEmpty() || value.length() > LONGEST || !isVisible(value)) {
            throw new InvalidIdentifierException("event id (1 to 100 visible ASCII characters)", value);
        }
    }

    /**
     * Ids for what is recorded along with this event: whoever gives one looks for the next that no event has, as anybody
     * may have recorded something under it before.
     *
     * @return this id with {@code :1}, {@code :2} and so on behind it, as long as that is an id
     */
    public Stream<EventId> numbered() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> value + ":" + number)
                .takeWhile(numbered -> numbered.length() <= LONGEST)
                .map(EventId::new);
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '!' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
