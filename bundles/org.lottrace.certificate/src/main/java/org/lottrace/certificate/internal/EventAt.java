package org.lottrace.certificate.internal;

import java.time.Instant;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;

/** What an account keeps of each event of a lot: there may be millions. */
record EventAt(long position, EventId id, Instant effective) {
    static EventAt of(RecordedEvent recorded) {
        return new EventAt(
                recorded.position(),
                recorded.event().id(),
                recorded.event().context().effective());
    }
}
