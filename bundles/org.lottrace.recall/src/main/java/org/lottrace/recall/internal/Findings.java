package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Collects everything that is wrong with one request. */
final class Findings {
    private static final int LONGEST_REASON = Reason.LONGEST - 100;

    private final List<Violation> violations = new ArrayList<>();

    void add(String code, String field, String message) {
        violations.add(new Violation(code, field, message));
    }

    /** Adds what is wrong with something outside the request, in the words that name it. */
    void addAbout(String subject, String code, String message) {
        violations.add(new Violation(code, ViolationPath.of(PathStep.words(subject)), message));
    }

    void addAll(List<Violation> found) {
        violations.addAll(found);
    }

    /** A coordinator answers for every consignee, a consignee for itself alone; who may answer at all is in the catalogue. */
    void answerer(Caller actor, PartyId party) {
        if (!actor.mayAnswerFor(party)) {
            add(
                    Operations.ROLE_MISSING,
                    "actor",
                    actor.name() + " may not answer for " + party + ": that needs the role "
                            + Role.RECALL_COORDINATOR.code() + ", or the notice that went to " + party);
        }
    }

    void text(String value, String field, String what) {
        if (value.isBlank()) {
            add("TEXT_MISSING", field, what);
        }
    }

    /** Adds what speaks against a reason; the events that hold and free goods put the case before it. */
    void reason(String value, String what) {
        text(value, "reason", what);
        addAll(Reason.tooLong(value, LONGEST_REASON));
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
