package org.lottrace.gs1.internal.scan;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.identification.ScanProblem;

/** What was found in a scan, collected while it is read. */
final class Findings {
    private final List<Element> elements = new ArrayList<>();
    private final List<ScanProblem> problems = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    void add(Element element) {
        elements.add(element);
    }

    void problem(int offset, int length, String ai, String rule, Object... parts) {
        problems.add(Sentences.problem(offset, length, ai, rule, parts));
    }

    void ignore(String part) {
        ignored.add(part);
    }

    List<Element> elements() {
        return elements;
    }

    List<ScanProblem> problems() {
        return problems;
    }

    List<String> ignored() {
        return ignored;
    }
}
