package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * A transaction set held against its grammar.
 *
 * @param findings everything that does not fit
 * @param segments of the set, also of one that does not fit
 */
public record SetReading(List<Finding> findings, List<SetSegment> segments) {
    public SetReading {
        findings = List.copyOf(findings);
        segments = List.copyOf(segments);
    }
}
