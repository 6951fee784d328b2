package org.lottrace.certificate.internal;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;

/** Where the events of accounts come from. */
interface EventSource {
    /**
     * @return events after {@code position}, by position: all that name one of the lots, and maybe more; about {@code most} at
     *     a time, none when there are no more
     */
    List<RecordedEvent> after(Collection<LotKey> lots, long position, int most);

    /** @return the events that name the document, by position */
    List<RecordedEvent> ofDocument(DocumentReference document);
}
