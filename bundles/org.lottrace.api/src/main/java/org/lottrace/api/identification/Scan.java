package org.lottrace.api.identification;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is in a scan.
 *
 * @param form in which it carries identifiers
 * @param elements all of them, in their order, each once; empty for a text, and when there are problems
 * @param identified what they say as values; nothing for a text, and when there are problems
 * @param problems the rules that it breaks: nothing of it may be used then
 * @param missing what the rules of GS1 want beside its elements; another bar code of the same goods may carry it
 * @param ignored what says nothing about goods and was not used, such as {@code linkType=gs1:pip} in a URI
 */
public record Scan(
        ScanForm form,
        List<ScannedElement> elements,
        Identified identified,
        List<ScanProblem> problems,
        List<ScanProblem> missing,
        List<String> ignored) {
    public Scan {
        Objects.requireNonNull(form);
        Objects.requireNonNull(identified);
        elements = List.copyOf(elements);
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
        ignored = List.copyOf(ignored);
    }

    /** @return the value of that element, without its identifier; empty when there is none */
    public Optional<String> value(String ai) {
        return elements.stream()
                .filter(element -> element.ai().equals(ai))
                .map(ScannedElement::value)
                .findFirst();
    }

    /** @return whether it says something that may be used */
    public boolean isReadable() {
        return !elements.isEmpty() && problems.isEmpty();
    }
}
