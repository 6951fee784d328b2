package org.lottrace.operation.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/**
 * Whose books a login may use. Of who is named, those that are named with them; of others, those that are named with one of their roles;
 * who is not named at all may use all. A setting without books lets nobody use any: what is written wrong opens nothing.
 */
final class BooksOfLogins {
    /** Stands for the common books. */
    static final String COMMON = "-";

    private static final String ROLE = "role:";

    private final Map<String, Set<Optional<PartyId>>> books = new HashMap<>();

    /** @param settings each as {@code anna=BAKERY-US+-} or {@code role:lottrace-auditor=BAKERY-US} */
    BooksOfLogins(String... settings) {
        for (String setting : settings) {
            if (!setting.isBlank()) {
                String[] parts = setting.split("=", 2);
                books.computeIfAbsent(parts[0].trim(), name -> new HashSet<>())
                        .addAll(read(parts.length == 1 ? "" : parts[1]));
            }
        }
    }

    private static Set<Optional<PartyId>> read(String text) {
        return Stream.of(text.split("\\+"))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals(COMMON) ? Optional.<PartyId>empty() : Optional.of(new PartyId(name)))
                .collect(Collectors.toSet());
    }

    /** @return those of the caller; empty when these are all */
    private Optional<Set<Optional<PartyId>>> of(Caller caller) {
        if (books.containsKey(caller.name())) {
            return Optional.of(books.get(caller.name()));
        }
        Set<Set<Optional<PartyId>>> ofRoles = caller.roles().stream()
                .map(Role::code)
                .map(code -> books.get(ROLE + code))
                .filter(known -> known != null)
                .collect(Collectors.toSet());
        return ofRoles.isEmpty()
                ? Optional.empty()
                : Optional.of(ofRoles.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    boolean mayUse(Caller caller, Optional<PartyId> company) {
        return of(caller).filter(mine -> !mine.contains(company)).isEmpty();
    }

    boolean mayUseAll(Caller caller) {
        return of(caller).isEmpty();
    }

    /** @return a sentence that says whose books the caller may use */
    String said(Caller caller) {
        Set<Optional<PartyId>> mine = of(caller).orElse(Set.of());
        return mine.isEmpty()
                ? caller.name() + " may use no books"
                : caller.name() + " may use only the books of "
                        + mine.stream().map(CurrentBooks::named).sorted().collect(Collectors.joining(" and "));
    }
}
