package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.LongList;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * A transaction set held against its grammar.
 *
 * @param findings everything that does not fit
 * @param segments of the set, also of one that does not fit; of a large set a {@link LongList}
 */
public record SetReading(List<Finding> findings, List<SetSegment> segments) {
    public SetReading {
        findings = List.copyOf(findings);
        segments = LongList.copyOf(segments);
    }
}
