package org.lottrace.operation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;

/**
 * Whose books a login may use. Of who is named, those that are named with them; of others, those that are named with one of their roles;
 * who is not named at all may use all. Whether a name is in capital letters does not matter, because for some directories it does not. A
 * setting without books lets nobody use any: what is written wrong opens nothing, and is told ({@link #faults}).
 */
final class BooksOfLogins {
    /** Stands for the common books. */
    static final String COMMON = "-";

    private static final String ROLE = "role:";
    private static final String FORM = "; write LOGIN=COMPANY or role:ROLE=COMPANY";

    private final Map<String, Set<Optional<PartyId>>> books = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> unreadable = new ArrayList<>();

    /**
     * @param settings each as {@code anna=BAKERY-US+-} or {@code role:lottrace-auditor=BAKERY-US}; a file has one text with commas between
     *     them
     */
    BooksOfLogins(String... settings) {
        Stream.of(settings)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .forEach(this::read);
    }

    private void read(String setting) {
        String[] parts = setting.split("=", 2);
        String name = parts[0].strip();
        if (name.isEmpty()) {
            unreadable.add("\"" + setting + "\" names no login" + FORM);
            return;
        }
        if (isOfRole(name) && Stream.of(Role.values()).noneMatch(role -> isOfRole(name, role))) {
            unreadable.add(
                    "\"" + setting + "\" names no role of LotTrace, so it holds for nobody; write it as the roles of"
                            + " the manual are written, such as role:lottrace-auditor");
        }
        List<String> companies = Stream.of((parts.length == 1 ? "" : parts[1]).split("\\+"))
                .map(String::strip)
                .filter(company -> !company.isEmpty())
                .toList();
        if (companies.isEmpty()) {
            unreadable.add("\"" + setting + "\" names no company, so " + name + " may use no books" + FORM
                    + ", with - for the common books");
        }
        Set<Optional<PartyId>> mine = books.computeIfAbsent(name, one -> new HashSet<>());
        companies.forEach(company -> company(setting, company).ifPresent(mine::add));
    }

    private Optional<Optional<PartyId>> company(String setting, String name) {
        try {
            return Optional.of(name.equals(COMMON) ? Optional.empty() : Optional.of(new PartyId(name)));
        } catch (InvalidIdentifierException wrong) {
            unreadable.add("\"" + setting + "\" has a company that is none: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /**
     * @param keepers companies that keep books of their own
     * @param isKnown whether somebody has ever logged in under a name
     * @return what is wrong, each in a sentence
     */
    List<String> faults(Set<PartyId> keepers, Predicate<String> isKnown) {
        List<String> faults = new ArrayList<>(unreadable);
        books.forEach((name, mine) -> {
            mine.stream()
                    .flatMap(Optional::stream)
                    .filter(company -> !keepers.contains(company))
                    .sorted(Comparator.comparing(PartyId::value))
                    .forEach(company -> faults.add(name + " may use the books of company " + company
                            + ", which keeps none of its own: look at how it is written, or open its books"));
            if (!isOfRole(name) && !isKnown.test(name)) {
                faults.add("nobody has ever logged in as " + name
                        + ": look at how it is written; while it is wrong, who is"
                        + " meant may use the books of all companies");
            }
        });
        return faults;
    }

    private static boolean isOfRole(String name) {
        return name.regionMatches(true, 0, ROLE, 0, ROLE.length());
    }

    private static boolean isOfRole(String name, Role role) {
        return name.equalsIgnoreCase(ROLE + role.code());
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
