package org.lottrace.api.edi;

import java.util.Objects;
import org.lottrace.api.partner.Party;

/**
 * A transaction set to be sent.
 *
 * @param code such as {@code 856} (ST01)
 * @param functionalId such as {@code SH} (GS01)
 * @param version such as {@code 004010} (GS08)
 * @param receiver the partner, which must have an interchange address
 * @param key what makes it unique for this code: the same key is sent once
 * @param xml one {@code TRANSACTION} element as in {@link InboundTransactionSet}, without ST and SE
 * @param withheld true to store it without sending it, until {@link WithheldInterchanges#release}
 */
public record OutboundTransactionSet(
        String code, String functionalId, String version, Party receiver, String key, String xml, boolean withheld) {
    /** {@link #code()} of a ship notice, X12 856; its {@link #key()} is the id of the shipping event. */
    public static final String SHIP_NOTICE = "856";

    /** {@link #code()} of a receiving advice, X12 861; the {@link #key()} of an original is the id of the receipt. */
    public static final String RECEIVING_ADVICE = "861";

    public OutboundTransactionSet {
        Objects.requireNonNull(code);
        Objects.requireNonNull(functionalId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(key);
        Objects.requireNonNull(xml);
    }

    /** @return the key of its record in the interchange log ({@code InterchangeStore.find}) */
    public static String logKey(String code, String key) {
        return "out:" + code + ":" + key;
    }
}
