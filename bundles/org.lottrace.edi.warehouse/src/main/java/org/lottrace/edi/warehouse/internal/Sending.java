package org.lottrace.edi.warehouse.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Sends a set, or says in the words of whoever wrote the document why it cannot be sent. */
final class Sending {
    private static final String NOT_WRITABLE = "CONTENT_NOT_WRITABLE";
    private static final Set<String> SAID_BY_INTERCHANGES =
            Set.of("NO_EDI_ADDRESS", "NO_OWN_ADDRESS", NOT_WRITABLE, "SCHEMA_MISSING");

    private Sending() {}

    /**
     * @param set written when it is asked for
     * @return why it cannot be sent; what the schema finds as {@code CONTENT_NOT_WRITABLE}, with the element
     */
    static List<Violation> send(Interchanges interchanges, Supplier<OutboundTransactionSet> set) {
        try {
            return interchanges.send(set.get()).stream().map(Sending::said).toList();
        } catch (IllegalArgumentException cannotBeWritten) {
            return List.of(notWritable(String.valueOf(cannotBeWritten.getMessage())));
        }
    }

    private static Violation said(Violation violation) {
        return SAID_BY_INTERCHANGES.contains(violation.code())
                ? violation
                : notWritable("X12 has no room for what stands at " + violation.path() + ": " + violation.message());
    }

    static Violation notWritable(String reason) {
        return new Violation(NOT_WRITABLE, ViolationPath.WHOLE, reason);
    }
}
