package org.lottrace.api.edi;

import java.util.Objects;
import org.lottrace.api.partner.Party;

/**
 * A transaction set that passed the syntax check.
 *
 * @param code such as {@code 856} (ST01)
 * @param version such as {@code 004010} (GS08)
 * @param sender the partner that sent it
 * @param reference where it stood
 * @param xml the set from ST to SE as one {@code TRANSACTION} element in the form described in
 *     {@code edi-mappings/README.md}: loops nested, segments and elements as children
 */
public record InboundTransactionSet(
        String code, String version, Party sender, InterchangeReference reference, String xml) {
    public InboundTransactionSet {
        Objects.requireNonNull(code);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(xml);
    }
}
