package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** What partners say later of what we sent them, other than that they could read it. Needs no partner and no folder. */
@ProviderType
public interface SentInterchanges {
    /** With this begin the codes of what a customer says of goods that came: it stays, whatever is acknowledged later. */
    String RECEIPT = "RECEIPT_";

    /**
     * Adds notes to the record of what we sent, behind those it has. Idempotent. Joins the caller's unit of work or opens one.
     *
     * @param code as {@link OutboundTransactionSet#code()}
     * @param key as {@link OutboundTransactionSet#key()}
     * @param notes whose codes begin with {@link #RECEIPT}
     * @return false when nothing was sent under that key; nothing is noted then
     */
    boolean note(String code, String key, List<Violation> notes);
}
