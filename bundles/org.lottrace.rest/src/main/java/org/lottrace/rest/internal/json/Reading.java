package org.lottrace.rest.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.rest.internal.problem.Fault;

/**
 * Where in a document the reader is, and what was wrong so far.
 *
 * @param pointer JSON Pointer, RFC 6901; empty for the whole
 * @param faults of the whole document, the first hundred
 * @param caller who sent it
 */
public record Reading(String pointer, List<Fault> faults, String caller) {
    private static final int MOST_TOLD = 100;

    public static Reading of(String caller) {
        return new Reading("", new ArrayList<>(), caller);
    }

    public Reading then(Object step) {
        String name = step.toString().replace("~", "~0").replace("/", "~1");
        return new Reading(pointer + "/" + name, faults, caller);
    }

    /** @return nothing, for who could not read a value */
    public Optional<Object> wrong(String code, String message) {
        if (faults.size() < MOST_TOLD) {
            faults.add(new Fault(code, pointer, message));
        }
        return Optional.empty();
    }
}
