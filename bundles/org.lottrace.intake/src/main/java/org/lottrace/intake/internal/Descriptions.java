package org.lottrace.intake.internal;

import java.util.ResourceBundle;
import org.lottrace.api.intake.ImportField;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.intake.internal.field.Field;
import org.lottrace.intake.internal.subject.Subject;

/** Says what the fields of a subject mean. The sentences are in {@code fields.properties}. */
final class Descriptions {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.lottrace.intake.internal.fields", java.util.Locale.ROOT);

    private Descriptions() {}

    static SubjectFields of(Subject subject) {
        String code = subject.subject().code();
        return new SubjectFields(
                subject.subject(),
                SENTENCES.getString(code),
                subject.fields().stream()
                        .map(field -> field(field, code, subject.shape().key()))
                        .toList());
    }

    private static ImportField field(Field field, String subject, String key) {
        String form = field.form().description();
        return new ImportField(
                field.name(),
                field.isSet() ? form + "; several with semicolons between them" : form,
                field.form().example(),
                field.isNeeded() && field.within().isEmpty(),
                field.isNeeded() ? field.within() : "",
                field.name().equals(key),
                field.repeats(),
                SENTENCES.getString(subject + "." + field.name()));
    }
}
