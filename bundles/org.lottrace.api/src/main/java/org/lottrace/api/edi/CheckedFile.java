package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.violation.Violation;

/**
 * What would happen to a file, and what it would become.
 *
 * @param problems every problem it would be refused for, as {@link Interchanges#check} says them
 * @param preview what it would become
 */
public record CheckedFile(List<Violation> problems, FilePreview preview) {
    public CheckedFile {
        problems = List.copyOf(problems);
        Objects.requireNonNull(preview);
    }
}
