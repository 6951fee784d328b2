package org.lottrace.edi.x12.internal.syntax;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param interchanges in their order; empty when there is none
 * @param findings what stands where it does not belong
 */
public record ScannedFile(List<Interchange> interchanges, List<Finding> findings) {
    public ScannedFile {
        interchanges = List.copyOf(interchanges);
        findings = List.copyOf(findings);
    }
}
