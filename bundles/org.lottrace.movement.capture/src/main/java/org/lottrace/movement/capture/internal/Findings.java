package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.violation.Violation;

/** Collects everything that is wrong with one request. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    void add(String code, String field, String message) {
        add(new Violation(code, field, message));
    }

    /** Adds what somebody else has found about this request. */
    void addAll(List<Violation> found) {
        found.forEach(this::add);
    }

    /** Two checks may find the same; it is said once. */
    void add(Violation violation) {
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    /** Adds what somebody else has found, as concerning {@code field} of this request. */
    void addAll(List<Violation> found, String field) {
        found.forEach(violation -> add(violation.code(), field, violation.message()));
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    /** @return field of a line, counted from 1, as the sender of a request knows it */
    static String line(int number) {
        return "lines[" + number + "]";
    }
}
