package org.lottrace.gs1.internal.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.gs1.internal.syntax.Format;

/** Which elements may stand together, and which need each other. Source: GS1 General Specifications, 4.13 and 4.14. */
final class Associations {
    private Associations() {}

    /** @return the elements, each once; what stands there twice with different values is a problem */
    static List<Element> distinct(List<Element> elements, Findings findings) {
        Map<String, Element> byIdentifier = new LinkedHashMap<>();
        for (Element element : elements) {
            Element before = byIdentifier.putIfAbsent(element.ai(), element);
            if (before != null && !before.value().text().equals(element.value().text())) {
                findings.problem(
                        element.value().start(),
                        element.value().length(),
                        element.ai(),
                        "AI_REPEATED",
                        before.value().text(),
                        element.value().text());
            }
        }
        return List.copyOf(byIdentifier.values());
    }

    static void checkExcluded(List<Element> elements, Findings findings) {
        for (Element element : elements) {
            for (Element other : elements) {
                boolean isExcluded = !other.ai().equals(element.ai())
                        && element.format().excluded().stream().anyMatch(pattern -> Format.fits(pattern, other.ai()));
                if (isExcluded) {
                    findings.problem(other.offset(), other.ai().length(), other.ai(), "AI_NOT_TOGETHER", element.ai());
                }
            }
        }
    }

    /** @return what is missing beside each element */
    static List<ScanProblem> missing(List<Element> elements) {
        List<ScanProblem> missing = new ArrayList<>();
        for (Element element : elements) {
            for (List<List<String>> alternatives : element.format().required()) {
                boolean isThere =
                        alternatives.stream().anyMatch(all -> all.stream().allMatch(one -> has(elements, one)));
                if (!isThere) {
                    missing.add(Sentences.problem(
                            element.offset(), element.ai().length(), element.ai(), "AI_REQUIRED", told(alternatives)));
                }
            }
        }
        return missing;
    }

    private static boolean has(List<Element> elements, String pattern) {
        return elements.stream().anyMatch(element -> Format.fits(pattern, element.ai()));
    }

    private static String told(List<List<String>> alternatives) {
        return alternatives.stream()
                .map(all -> all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or "));
    }

    static Optional<Element> find(List<Element> elements, String ai) {
        return elements.stream().filter(element -> element.ai().equals(ai)).findFirst();
    }
}
