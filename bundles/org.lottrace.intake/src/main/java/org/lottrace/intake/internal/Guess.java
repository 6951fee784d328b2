package org.lottrace.intake.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.intake.internal.field.Field;
import org.lottrace.intake.internal.subject.Subject;
import org.lottrace.intake.internal.table.Row;

/** Guesses which heading means which field, by its letters: the name of the field, or a word that people write for it. */
final class Guess {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.lottrace.intake.internal.words", Locale.ROOT);
    private static final int LOOKED_AT = 50;

    private Guess() {}

    static ImportMapping mapping(Subject subject, List<String> headings, List<Row> rows) {
        List<FieldSource> sources = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Field field : subject.fields()) {
            column(subject.subject().code(), field, headings, taken).ifPresent(heading -> {
                taken.add(heading);
                sources.add(FieldSource.column(field.name(), heading));
            });
        }
        return new ImportMapping(
                subject.subject().code().toLowerCase(Locale.ROOT).replace('_', ' '),
                subject.subject(),
                decimals(rows),
                dates(rows),
                sources);
    }

    private static Optional<String> column(String subject, Field field, List<String> headings, Set<String> taken) {
        return names(subject, field)
                .map(Guess::letters)
                .flatMap(name -> headings.stream()
                        .filter(heading -> !taken.contains(heading))
                        .filter(heading -> letters(heading).equals(name)))
                .findFirst();
    }

    /** @return the whole name first, then its end, then words */
    private static Stream<String> names(String subject, Field field) {
        String last = field.name().substring(field.name().lastIndexOf('.') + 1);
        return Stream.of(
                        Stream.of(field.name()),
                        words(subject + "." + field.name()),
                        words(field.name()),
                        Stream.of(last),
                        words(last))
                .flatMap(names -> names);
    }

    private static Stream<String> words(String name) {
        try {
            return Arrays.stream(WORDS.getString(name).split(","));
        } catch (MissingResourceException none) {
            return Stream.empty();
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static DecimalStyle decimals(List<Row> rows) {
        return texts(rows).anyMatch(text -> text.matches("-?[0-9]+,[0-9]+|-?[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+"))
                ? DecimalStyle.COMMA_GROUPED
                : DecimalStyle.POINT;
    }

    private static String dates(List<Row> rows) {
        return texts(rows).anyMatch(text -> text.matches("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}.*")) ? "dd.MM.yyyy" : "";
    }

    private static Stream<String> texts(List<Row> rows) {
        return rows.stream()
                .limit(LOOKED_AT)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isExact())
                .map(cell -> cell.text());
    }
}
