package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.Party;

/**
 * A transaction set that passed the syntax check.
 *
 * @param code such as {@code 856} (ST01)
 * @param version such as {@code 004010} (GS08)
 * @param sender the partner that sent it
 * @param reference where it stood
 * @param segments from ST to SE, each with the loop it stands in; the parent of each HL is the one that is meant; of a large
 *     set a {@link LongList}
 */
public record InboundTransactionSet(
        String code, String version, Party sender, InterchangeReference reference, List<SetSegment> segments) {
    public InboundTransactionSet {
        Objects.requireNonNull(code);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(reference);
        segments = LongList.copyOf(segments);
    }
}
