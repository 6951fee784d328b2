package org.lottrace.rest.internal.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * One problem as REST tells it.
 *
 * @param code stable word
 * @param path JSON Pointer (RFC 6901) into the body, {@code ?name} for a parameter; empty for the whole
 * @param message for people
 */
public record Fault(String code, String path, String message) {
    private static final String RANGE_WRONG = "RANGE_WRONG";

    /** @return what is wrong with the first and the last of what is asked for; {@code path} names the parameter to change */
    public static Fault ofRange(String path, String message) {
        return new Fault(RANGE_WRONG, path, message);
    }

    public static List<Fault> of(List<Violation> violations) {
        return violations.stream().map(Fault::of).toList();
    }

    public static Fault of(Violation violation) {
        return new Fault(violation.code(), pointer(violation.path()), violation.message());
    }

    /** The api counts from 1, a JSON Pointer from 0; what is no property, such as a segment of EDI, stays as it is. */
    static String pointer(ViolationPath path) {
        boolean inBody = path.steps().stream().allMatch(step -> step.kind() == PathStep.Kind.PROPERTY);
        return inBody
                ? path.steps().stream()
                        .map(step -> "/" + step.name() + (step.number() == 0 ? "" : "/" + (step.number() - 1)))
                        .collect(Collectors.joining())
                : path.toString();
    }
}
