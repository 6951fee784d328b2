package org.lottrace.api.edi;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.partner.Party;

/**
 * A transaction set to be sent.
 *
 * @param code such as {@code 856} (ST01) or {@code DESADV}
 * @param functionalId such as {@code SH} (GS01); empty for EDIFACT
 * @param version such as {@code 004010} (GS08), of EDIFACT such as {@code D:01B:UN:EAN007}
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

    /** {@link #code()} of the same as {@link #SHIP_NOTICE}, EDIFACT. */
    public static final String DESPATCH_ADVICE = "DESADV";

    /** {@link #code()} of the same as {@link #RECEIVING_ADVICE}, EDIFACT. */
    public static final String RECEIVING_MESSAGE = "RECADV";

    public OutboundTransactionSet {
        Objects.requireNonNull(code);
        Objects.requireNonNull(functionalId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(key);
        Objects.requireNonNull(xml);
    }

    /**
     * A document is known by the same key in whichever syntax it is sent: a partner gets it once.
     *
     * @return the key of its record in the interchange log ({@code InterchangeStore.find})
     */
    public static String logKey(String code, String key) {
        return "out:" + document(code) + ":" + key;
    }

    /** @return the {@link #key()} in a {@link #logKey}; empty when it is none of that code */
    public static Optional<String> keyIn(String logKey, String code) {
        String prefix = logKey(code, "");
        return Optional.of(logKey).filter(key -> key.startsWith(prefix)).map(key -> key.substring(prefix.length()));
    }

    private static String document(String code) {
        return switch (code) {
            case DESPATCH_ADVICE -> SHIP_NOTICE;
            case RECEIVING_MESSAGE -> RECEIVING_ADVICE;
            default -> code;
        };
    }
}
