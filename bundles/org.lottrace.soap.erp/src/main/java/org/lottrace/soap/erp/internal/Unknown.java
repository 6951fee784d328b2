package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.Refused;

/** A name that nobody knows is refused: an empty answer would look like an empty shelf. */
final class Unknown {
    private Unknown() {}

    static Violation violation(String code, String field, String what) {
        return new Violation(code, field, "There is no " + what + ". Check the spelling; case is significant.");
    }

    /** @throws Refused with that code if nothing was found */
    static <T> T refuse(Optional<T> found, String code, String field, String what) throws Refused {
        if (found.isEmpty()) {
            ViolationMapper.refuse(List.of(violation(code, field, what)));
        }
        return found.orElseThrow();
    }
}
