package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.Actor;
import org.lottrace.api.recall.RecallRole;
import org.lottrace.api.violation.Violation;

/** Collects everything that is wrong with one request. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    void add(String code, String field, String message) {
        violations.add(new Violation(code, field, message));
    }

    void addAll(List<Violation> found) {
        violations.addAll(found);
    }

    /** A role is checked here and nowhere else. */
    void role(Actor actor, RecallRole role) {
        if (!actor.roles().contains(role)) {
            add(
                    "ROLE_MISSING",
                    "actor",
                    actor.name() + " needs the role " + role.login() + " for this; ask an administrator for it");
        }
    }

    void text(String value, String field, String what) {
        if (value.isBlank()) {
            add("TEXT_MISSING", field, what);
        }
    }

    void unit(Quantity given, Quantity kept, String field) {
        if (!given.unit().equals(kept.unit())) {
            add("UNIT_NOT_BASE", field, "the lot is kept in " + kept.unit() + ", not in " + given.unit());
        }
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
