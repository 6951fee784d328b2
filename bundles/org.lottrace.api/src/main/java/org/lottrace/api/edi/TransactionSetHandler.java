package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ConsumerType;

/** Understands the content of one kind of transaction set; a whiteboard service. */
@ConsumerType
public interface TransactionSetHandler {
    /** @return the code it handles, such as {@code 856} */
    String transactionSet();

    /**
     * Applies the set. Called inside the unit of work of its interchange; when any set of the file has a violation,
     * the whole unit of work is rolled back. Must be idempotent: the same business document may arrive again in another
     * interchange.
     *
     * @return every business problem, the field being a path in the sender's terms; empty when it was applied
     */
    List<Violation> handle(InboundTransactionSet set);
}
