package org.lottrace.api.intake;

import java.util.List;
import java.util.Objects;

/**
 * How the columns of a file become the fields of a subject. What no source is given for stays as it is in what is known already, and
 * is absent in what is new.
 *
 * @param name 1 to 60 letters, digits, blanks, and {@code . _ -}; the first and the last are no blanks
 * @param subject what its rows are
 * @param decimals how the file writes decimal numbers
 * @param dateFormat how it writes dates, in the letters {@code d M y} such as {@code dd.MM.yyyy}; empty for {@code yyyy-MM-dd}
 * @param sources one for each field that the file says something about
 */
public record ImportMapping(
        String name, ImportSubject subject, DecimalStyle decimals, String dateFormat, List<FieldSource> sources) {
    public ImportMapping {
        Objects.requireNonNull(name);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(decimals);
        Objects.requireNonNull(dateFormat);
        sources = List.copyOf(sources);
    }
}
