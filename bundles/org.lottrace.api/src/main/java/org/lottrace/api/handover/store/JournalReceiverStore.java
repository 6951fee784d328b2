package org.lottrace.api.handover.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to receivers of the journal. Whoever writes holds the head of the ledger. Every method joins the caller's unit of work. */
@ProviderType
public interface JournalReceiverStore {
    /** @return the receiver of that name, or empty */
    Optional<JournalReceiver> find(String name);

    /** @return receivers behind that name, by name, at most {@code limit} */
    List<JournalReceiver> list(Optional<String> after, int limit);

    /** Inserts or replaces it. */
    @Writes
    void save(JournalReceiver receiver);

    /** @return what the receiver rejects now, by entry: few, because somebody looks after them */
    List<JournalRejection> open(String receiver);

    /** @return what the receiver has ever rejected, with a number above that one, by number, at most {@code limit} */
    List<JournalRejection> rejections(String receiver, long after, int limit);

    /** @return the highest number of a rejection, 0 when there is none */
    long lastRejection();

    /** Inserts or replaces it. */
    @Writes
    void save(JournalRejection rejection);
}
