package org.lottrace.console.web.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportField;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Parameters;

/**
 * A field mapping as a form has it.
 *
 * @param rows one for each field of the subject
 */
public record MappingForm(
        String name, ImportSubject subject, DecimalStyle decimals, String dateFormat, List<FieldRow> rows) {
    /**
     * Where one field comes from.
     *
     * @param column heading; empty when it comes from none
     * @param value fixed value; empty when there is none
     * @param words one translation a line, {@code St = C62}
     */
    public record FieldRow(ImportField field, String column, String value, String words) {
        Optional<FieldSource> source() {
            if (column.isEmpty() && value.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new FieldSource(
                    field.name(),
                    Optional.of(column).filter(text -> !text.isEmpty()),
                    Optional.of(value).filter(text -> !text.isEmpty()),
                    translations()));
        }

        private List<Translation> translations() {
            List<Translation> translations = new ArrayList<>();
            words.lines().filter(line -> !line.isBlank()).forEach(line -> {
                int at = line.lastIndexOf('=');
                translations.add(
                        at < 0
                                ? new Translation(line.strip(), "")
                                : new Translation(
                                        line.substring(0, at).strip(),
                                        line.substring(at + 1).strip()));
            });
            return translations;
        }
    }

    MappingForm named(String other) {
        return new MappingForm(other, subject, decimals, dateFormat, rows);
    }

    static MappingForm of(ImportMapping mapping, SubjectFields fields) {
        return new MappingForm(
                mapping.name(),
                mapping.subject(),
                mapping.decimals(),
                mapping.dateFormat(),
                fields.fields().stream().map(field -> row(field, mapping)).toList());
    }

    private static FieldRow row(ImportField field, ImportMapping mapping) {
        return mapping.sources().stream()
                .filter(source -> source.field().equals(field.name()))
                .findFirst()
                .map(source -> new FieldRow(
                        field,
                        source.column().orElse(""),
                        source.value().orElse(""),
                        source.translations().stream()
                                .map(one -> one.from() + " = " + one.to())
                                .collect(Collectors.joining("\n"))))
                .orElse(new FieldRow(field, "", "", ""));
    }

    static MappingForm entered(Parameters parameters, SubjectFields fields) {
        return new MappingForm(
                parameters.text("name"),
                fields.subject(),
                parameters
                        .given("decimals")
                        .map(code -> TextForms.read(DecimalStyle.class, code))
                        .orElse(DecimalStyle.POINT),
                parameters.text("dateFormat"),
                fields.fields().stream()
                        .map(field -> new FieldRow(
                                field,
                                parameters.text("column." + field.name()),
                                parameters.text("value." + field.name()),
                                parameters.text("words." + field.name())))
                        .toList());
    }

    ImportMapping mapping() {
        return new ImportMapping(
                name,
                subject,
                decimals,
                dateFormat,
                rows.stream().flatMap(row -> row.source().stream()).toList());
    }
}
