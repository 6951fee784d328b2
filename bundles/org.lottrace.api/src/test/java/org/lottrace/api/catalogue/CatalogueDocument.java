package org.lottrace.api.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;

/** The catalogue as a document for people. */
final class CatalogueDocument {
    private CatalogueDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                # Operations

                Made from the catalogue (`org.lottrace.api.catalogue`); do not edit. Every adapter offers these and nothing else, and who may call
                them is asked in one place for all (`org.lottrace.operation`): whoever has one of the roles. What happens when the same request
                comes again: `reads` changes nothing, `once-per-id` is done once for each event id, `same-state` changes nothing the second time,
                `each-time` does it again. Every operation is also refused with `ROLE_MISSING`.

                | operation | what it does | request | answer | roles | again |
                |---|---|---|---|---|---|
                """);
        for (OperationDescription operation : Catalogue.operations()) {
            row(
                    text,
                    "`" + operation.name() + "`",
                    operation.summary(),
                    request(operation),
                    name(operation.result()),
                    roles(operation),
                    operation.repeat().code());
        }
        text.append("""

                ## Codes of refusals

                | code | what it means, what to do | operations |
                |---|---|---|
                """);
        byCode().forEach((code, operations) -> row(
                text,
                "`" + code + "`",
                Catalogue.meaningOf(code).orElseThrow(),
                code.equals(Operations.ROLE_MISSING) ? "all" : String.join(", ", operations)));
        return text.toString();
    }

    private static Map<String, SortedSet<String>> byCode() {
        Map<String, SortedSet<String>> byCode = new TreeMap<>(Map.of(Operations.ROLE_MISSING, new TreeSet<>()));
        Catalogue.operations().forEach(operation -> operation.refusals().forEach(code -> byCode.computeIfAbsent(
                        code, key -> new TreeSet<>())
                .add(operation.name())));
        return byCode;
    }

    private static String request(OperationDescription operation) {
        return operation.request().stream()
                .map(part -> part.getName() + ": " + name(part.getParameterizedType()))
                .collect(Collectors.joining(", "));
    }

    private static String roles(OperationDescription operation) {
        return operation.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "));
    }

    /** {@code java.util.List<org.lottrace.api.lot.Lot>} becomes {@code List of Lot}. */
    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + " of "
                    + Stream.of(generic.getActualTypeArguments())
                            .map(CatalogueDocument::name)
                            .collect(Collectors.joining(", "));
        }
        return ((Class<?>) type).getSimpleName();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
