package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * A transaction set held against its schema.
 *
 * @param findings everything that does not fit
 * @param xml the set as XML; of use only when there are no findings
 */
public record SetReading(List<Finding> findings, String xml) {
    public SetReading {
        findings = List.copyOf(findings);
    }
}
