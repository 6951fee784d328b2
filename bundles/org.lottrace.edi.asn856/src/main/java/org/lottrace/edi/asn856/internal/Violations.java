package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Collects what is said of a message, but no more than a person could work through: of the rest it is said how many there are. */
final class Violations {
    private static final int MOST = 500;

    private final List<Violation> list = new ArrayList<>();
    private int more;

    void add(Violation violation) {
        if (list.size() < MOST) {
            list.add(violation);
        } else {
            more++;
        }
    }

    void addAll(List<Violation> violations) {
        violations.forEach(this::add);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** @return the first ones in their order, and how many more there are */
    List<Violation> list() {
        if (more == 0) {
            return List.copyOf(list);
        }
        List<Violation> all = new ArrayList<>(list);
        all.add(new Violation(
                "PROBLEMS_CUT_OFF",
                ViolationPath.WHOLE,
                "there are " + more + " more beside the first " + MOST + "; correct these, then send it again"));
        return all;
    }
}
