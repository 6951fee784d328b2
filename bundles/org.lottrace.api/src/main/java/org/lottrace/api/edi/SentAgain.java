package org.lottrace.api.edi;

import java.util.Optional;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes again what was sent, for whoever tries a mapping; a whiteboard service. */
@ConsumerType
public interface SentAgain {
    /**
     * Called in a unit of work. Changes nothing and sends nothing.
     *
     * @param code of the transaction set that was sent
     * @param key as {@link OutboundTransactionSet#key()}
     * @param receiver the partner with the mapping that is tried
     * @return how it would be sent today, or why it cannot be written; empty when it is not made here, or would not be sent any more
     */
    Optional<Outcome<OutboundTransactionSet>> again(String code, String key, Party receiver);
}
