package org.lottrace.intake.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.Notation;
import org.lottrace.intake.internal.subject.Subject;
import org.lottrace.intake.internal.table.Table;
import org.lottrace.intake.internal.table.Tables;
import org.lottrace.intake.internal.table.UnreadableTableException;

/** Reads files as tables, and by their mappings. What is wrong is told to the problems. */
final class Files {
    private Files() {}

    /** @return empty when it is no table */
    static Optional<Table> table(ImportSource source, byte[] content, Problems problems) {
        try {
            return Optional.of(Tables.read(source.format(), source.encoding(), content, problems));
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.row(), "", "", unreadable.code(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** @return empty when columns are missing */
    static Optional<MappedTable> mapped(
            Table table, Subject subject, Optional<ImportMapping> mapping, Problems problems) {
        Notation notation = mapping.map(known -> new Notation(known.decimals(), known.dateFormat()))
                .orElse(Notation.PLAIN);
        List<FieldSource> sources = mapping.map(ImportMapping::sources).orElseGet(() -> subject.fields().stream()
                .filter(field -> table.headings().contains(field.name()))
                .map(field -> FieldSource.column(field.name(), field.name()))
                .toList());
        return subject.shape().mapped(table, notation, sources, problems);
    }

    /** Tells that a mapping that is named is not there, or is for something else. */
    static void check(ImportSource source, Optional<ImportMapping> mapping, Problems problems) {
        source.mapping().ifPresent(name -> {
            if (mapping.isEmpty()) {
                problems.add(
                        0, "", name, ImportMappings.MAPPING_UNKNOWN, "there is no mapping called \"" + name + "\"");
            } else if (mapping.get().subject() != source.subject()) {
                problems.add(
                        0,
                        "",
                        name,
                        Imports.MAPPING_OF_OTHER_SUBJECT,
                        "the mapping \"" + name + "\" is for "
                                + mapping.get().subject().code() + ", not for "
                                + source.subject().code());
            }
        });
    }
}
