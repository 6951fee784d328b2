package org.lottrace.api.seal;

import java.util.Objects;
import java.util.Optional;

/**
 * A row that is not as LotTrace has written it.
 *
 * @param table of the database
 * @param row which one, by its key as it is now
 * @param field the column; empty when the row as a whole is missing, was added, or nothing tells which of its columns it was
 * @param message what is wrong with it, for people
 */
public record Tampering(String table, String row, Optional<String> field, String message) {
    public Tampering {
        Objects.requireNonNull(table);
        Objects.requireNonNull(row);
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
    }

    @Override
    public String toString() {
        return table + " " + row + field.map(name -> " " + name).orElse("") + ": " + message;
    }
}
