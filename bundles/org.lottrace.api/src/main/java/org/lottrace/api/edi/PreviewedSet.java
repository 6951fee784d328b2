package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;

/**
 * What one transaction set of a file would become.
 *
 * @param code such as {@code 856}
 * @param control its control number (ST02, UNH01)
 * @param fields every fact that would be taken from it; empty when something is wrong with it, or nobody shows what it becomes
 */
public record PreviewedSet(String code, String control, List<ReadField> fields) {
    public PreviewedSet {
        Objects.requireNonNull(code);
        Objects.requireNonNull(control);
        fields = List.copyOf(fields);
    }
}
