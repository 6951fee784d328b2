package org.lottrace.api.edi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Understands the content of one kind of transaction set; a whiteboard service. */
@ConsumerType
public interface TransactionSetHandler {
    /** @return the code it handles, such as {@code 856} */
    String transactionSet();

    /**
     * Applies the set. Called inside the unit of work of its interchange; when any set of the file has a problem or an
     * unread part, the whole unit of work is rolled back. Must be idempotent: the same business document may arrive again
     * in another interchange.
     *
     * @return every problem, and every part that states a fact which the handler did not use
     */
    HandledSet handle(InboundTransactionSet set);

    /**
     * Reads the set without applying it, for whoever tries a mapping. Called in no particular unit of work; changes nothing.
     *
     * @return what it would become; nothing when the handler does not say so
     */
    default ReadSet preview(InboundTransactionSet set) {
        return new ReadSet(List.of(), new HandledSet(List.of(), List.of()));
    }

    /**
     * Looks at the files of a mapping before it is put into use.
     *
     * @param mapping name of its folder
     * @return why sets could not be read with it, each naming the file and what to correct; empty when they could, or it has none of the files
     *     that this handler reads
     */
    default List<String> unusable(String mapping) {
        return List.of();
    }
}
