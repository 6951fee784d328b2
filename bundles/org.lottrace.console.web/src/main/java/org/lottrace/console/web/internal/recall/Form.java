package org.lottrace.console.web.internal.recall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/**
 * What stands in one form: what was entered when it was sent and not taken, otherwise what it begins with.
 *
 * @param name tells the forms of a page apart; empty when none of them was sent
 * @param initial what its fields begin with
 * @param entered what was sent; absent before it is
 * @param problems what is wrong with it
 * @param meanings of their codes in the reader's language, where that is not the one of their messages
 */
public record Form(
        String name,
        Map<String, String> initial,
        Optional<Parameters> entered,
        List<Violation> problems,
        Map<String, String> meanings) {
    public Form {
        Objects.requireNonNull(name);
        initial = Map.copyOf(initial);
        Objects.requireNonNull(entered);
        problems = List.copyOf(problems);
        meanings = Map.copyOf(meanings);
    }

    static Form empty(String name) {
        return new Form(name, Map.of(), Optional.empty(), List.of(), Map.of());
    }

    static Form sent(String name, Visit visit, List<Violation> problems) {
        Map<String, String> meanings = new LinkedHashMap<>();
        problems.forEach(problem -> visit.meaning(problem).ifPresent(meaning -> meanings.put(problem.code(), meaning)));
        return new Form(name, Map.of(), Optional.of(visit.parameters()), problems, meanings);
    }

    /** @return the same form, whose field begins with that */
    public Form with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(initial);
        more.put(field, value);
        return new Form(name, more, entered, problems, meanings);
    }

    /** @return this when it is the form of that name, otherwise an empty one */
    public Form named(String wanted) {
        return name.equals(wanted) ? this : empty(wanted);
    }

    /** @return the same form, told apart from others of its kind in the page */
    public Form called(String other) {
        return new Form(other.replaceAll("[^A-Za-z0-9_-]", "_"), initial, entered, problems, meanings);
    }

    public String value(String field) {
        return entered.map(sent -> sent.text(field)).orElseGet(() -> initial.getOrDefault(field, ""));
    }

    public boolean isTicked(String field) {
        return !value(field).isEmpty();
    }

    /** @return what is wrong with that field, in the reader's language; the message itself stands above the form */
    public Optional<String> problem(String field) {
        return problems.stream()
                .filter(problem -> problem.path().equals(ViolationPath.of(field)))
                .map(problem -> meanings.getOrDefault(problem.code(), problem.message()))
                .findFirst();
    }

    /** @return the id of the field in the page */
    public String id(String field) {
        return name + "-" + field;
    }
}
