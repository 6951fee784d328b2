package org.lottrace.api.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;

/** Role by operation, for people: the part of the administrator's manual between two marks. */
final class RolesDocument {
    private static final String BEGIN = "<!-- roles: made from the catalogue; do not edit -->\n";
    private static final String END = "<!-- /roles -->\n";

    private RolesDocument() {}

    /** @return that manual with the table as the catalogue has it */
    static String in(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("there must be a line " + BEGIN + " and below it a line " + END);
        }
        return readme.substring(0, begin) + BEGIN + table() + readme.substring(end);
    }

    private static String table() {
        StringBuilder text = new StringBuilder();
        row(text, Stream.concat(Stream.of("operation"), Stream.of(Role.values()).map(role -> "`" + role.code() + "`")));
        row(text, Stream.concat(Stream.of("---"), Stream.of(Role.values()).map(role -> ":-:")));
        List<OperationDescription> notForAll = Catalogue.operations().stream()
                .filter(operation -> !isReadByAll(operation))
                .toList();
        notForAll.forEach(operation -> row(text, "`" + operation.name() + "`", operation.roles()));
        row(text, "every other operation: they only read", everybody());
        return text.toString();
    }

    private static boolean isReadByAll(OperationDescription operation) {
        return operation.repeat() == Repeat.READS && operation.roles().equals(everybody());
    }

    private static Set<Role> everybody() {
        return Arrays.stream(Role.values())
                .filter(Role::isOfLogin)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static void row(StringBuilder text, String operation, Set<Role> may) {
        row(
                text,
                Stream.concat(
                        Stream.of(operation), Stream.of(Role.values()).map(role -> may.contains(role) ? "x" : "")));
    }

    private static void row(StringBuilder text, Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
