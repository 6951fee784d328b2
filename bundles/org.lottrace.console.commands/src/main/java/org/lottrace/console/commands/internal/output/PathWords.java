package org.lottrace.console.commands.internal.output;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.ViolationPath;

/** Where a problem is, for people: {@code line 2, quantity} or {@code set 0001, segment 14, N1, element 2}. */
final class PathWords {
    private PathWords() {}

    static String of(ViolationPath path) {
        return path.steps().stream().map(PathWords::of).collect(Collectors.joining(", "));
    }

    private static String of(PathStep step) {
        return switch (step.kind()) {
            case PROPERTY -> words(step.nameOfOne()) + (step.number() == 0 ? "" : " " + step.number());
            case GROUP -> "group " + step.name();
            case SET -> "set " + step.name();
            case LEVEL -> "HL " + step.name();
            case POSITION -> "segment " + step.name();
            case ELEMENT -> "element " + step.name();
            case ROW -> "line " + step.number();
            case COLUMN -> "column " + step.letters() + " (" + step.name() + ")";
            case SEGMENT, WORDS -> step.name();
        };
    }

    /** {@code purchaseOrder} is a purchase order. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
