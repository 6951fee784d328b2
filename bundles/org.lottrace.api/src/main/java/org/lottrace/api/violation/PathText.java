package org.lottrace.api.violation;

import java.util.List;
import org.lottrace.api.violation.PathStep.Kind;

/** The text of a path for files, stores and scripts. Nothing reads it back. */
final class PathText {
    private PathText() {}

    static String of(List<PathStep> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i == 0 ? "" : between(steps.get(i - 1), steps.get(i))).append(of(steps.get(i)));
        }
        return text.toString();
    }

    private static String between(PathStep step, PathStep next) {
        if (next.kind() == Kind.COLUMN) {
            return " ";
        }
        return step.kind() == Kind.PROPERTY && next.kind() == Kind.PROPERTY ? "." : " / ";
    }

    private static String of(PathStep step) {
        return switch (step.kind()) {
            case PROPERTY -> step.number() == 0 ? step.name() : step.name() + "[" + step.number() + "]";
            case GROUP -> "group " + step.name();
            case SET -> "set " + step.name();
            case LEVEL -> "HL " + step.name();
            case POSITION, SEGMENT, ELEMENT, WORDS -> step.name();
            case ROW -> "line " + step.number();
            case COLUMN -> "column " + step.letters() + " (" + step.name() + ")";
        };
    }
}
