package org.lottrace.api.edi;

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
}
