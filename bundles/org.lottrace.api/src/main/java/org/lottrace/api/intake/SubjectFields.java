package org.lottrace.api.intake;

import java.util.List;
import java.util.Objects;

/**
 * What can be said about one subject of an import.
 *
 * @param subject what
 * @param meaning what its rows are, in one sentence
 * @param fields in the order in which people would write them
 */
public record SubjectFields(ImportSubject subject, String meaning, List<ImportField> fields) {
    public SubjectFields {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(meaning);
        fields = List.copyOf(fields);
    }
}
