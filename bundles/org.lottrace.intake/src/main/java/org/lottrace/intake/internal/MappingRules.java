package org.lottrace.intake.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.field.Field;
import org.lottrace.intake.internal.field.Notation;

/** What a mapping has to be before it is kept. */
final class MappingRules {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}._-]([\\p{L}\\p{N} ._-]{0,58}[\\p{L}\\p{N}._-])?");

    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final ImportMapping mapping;

    private MappingRules(ImportMapping mapping, List<Field> fields) {
        this.mapping = mapping;
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    static List<Violation> check(ImportMapping mapping, List<Field> fields) {
        MappingRules rules = new MappingRules(mapping, fields);
        rules.check();
        return rules.violations;
    }

    private void check() {
        if (!NAME.matcher(mapping.name()).matches()) {
            add(
                    ImportMappings.MAPPING_NAME_INVALID,
                    ViolationPath.of("name"),
                    "\"" + mapping.name() + "\" is no name: write 1 to 60 letters, digits, blanks or . _ -");
        }
        if (!Notation.isDateFormat(mapping.dateFormat())) {
            add(
                    ImportMappings.DATE_FORMAT_INVALID,
                    ViolationPath.of("dateFormat"),
                    "\"" + mapping.dateFormat()
                            + "\" is no date format: write d, M and y with signs between them, such as"
                            + " dd.MM.yyyy");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < mapping.sources().size(); i++) {
            FieldSource source = mapping.sources().get(i);
            ViolationPath path = ViolationPath.of("sources", i + 1);
            Field field = fields.get(source.field());
            if (field == null) {
                add(
                        ImportMappings.FIELD_UNKNOWN,
                        path.then("field"),
                        mapping.subject().code() + " has no field \"" + source.field() + "\"; there are "
                                + String.join(", ", fields.keySet()));
                continue;
            }
            if (!seen.add(source.field())) {
                add(ImportMappings.FIELD_REPEATED, path.then("field"), source.field() + " has a source already");
            }
            check(source, field, path);
        }
        fields.values().stream()
                .filter(field -> field.isNeeded() && !seen.contains(field.name()))
                .filter(field -> field.within().isEmpty()
                        || seen.stream().anyMatch(name -> name.startsWith(field.within() + ".")))
                .forEach(field -> add(
                        ImportMappings.FIELD_MISSING,
                        ViolationPath.of("sources"),
                        field.within().isEmpty()
                                ? "nothing says where " + field.name() + " comes from"
                                : "nothing says where " + field.name()
                                        + " comes from, which has to stand beside others of " + field.within()));
    }

    private void check(FieldSource source, Field field, ViolationPath path) {
        if (source.column().isPresent() == source.value().isPresent()
                || source.column().filter(String::isBlank).isPresent()) {
            add(
                    ImportMappings.SOURCE_UNCLEAR,
                    path,
                    source.field() + " comes from a column or is one value for every row: say one of both");
        }
        source.value().ifPresent(value -> check(value, field, path.then("value")));
        for (int i = 0; i < source.translations().size(); i++) {
            check(
                    source.translations().get(i).to(),
                    field,
                    path.then("translations", i + 1).then("to"));
        }
    }

    /** No text stands for an empty cell. */
    private void check(String text, Field field, ViolationPath path) {
        for (String one : field.isSet() ? text.split("[;,]") : new String[] {text}) {
            try {
                if (!one.isBlank()) {
                    field.read(one.strip());
                }
            } catch (IllegalArgumentException wrong) {
                add(ImportMappings.VALUE_WRONG, path, String.valueOf(wrong.getMessage()));
            }
        }
    }

    private void add(String code, ViolationPath path, String message) {
        violations.add(new Violation(code, path, message));
    }
}
