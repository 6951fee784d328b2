package org.lottrace.api.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a field gets its values from: a column, or one value for every row.
 *
 * @param field name of the field
 * @param column heading of the column, as the file has it; absent for a fixed value
 * @param value the fixed value, in the form of the field; absent for a column
 * @param translations what a cell of the column means, by its text; a text that is not among them is taken as it is
 */
public record FieldSource(
        String field, Optional<String> column, Optional<String> value, List<Translation> translations) {
    public FieldSource {
        Objects.requireNonNull(field);
        Objects.requireNonNull(column);
        Objects.requireNonNull(value);
        translations = List.copyOf(translations);
    }

    /** The cells of a column as they are. */
    public static FieldSource column(String field, String heading) {
        return new FieldSource(field, Optional.of(heading), Optional.empty(), List.of());
    }

    /** The same in every row. */
    public static FieldSource fixed(String field, String value) {
        return new FieldSource(field, Optional.empty(), Optional.of(value), List.of());
    }

    /**
     * One word of the file.
     *
     * @param from the text of a cell without blanks around it; empty for an empty cell
     * @param to what it means, in the form of the field, whatever the numbers and dates of the file look like
     */
    public record Translation(String from, String to) {
        public Translation {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }
}
