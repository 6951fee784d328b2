package org.lottrace.api.violation;

import java.util.Objects;

/**
 * One problem of a request or a message.
 *
 * @param code stable word for programs, upper case with underscores, such as {@code LOT_EXPIRED}; declared beside the
 *     rule that raises it
 * @param field where the problem is, as the sender knows it: a path such as {@code lines[2].quantity} or a segment
 *     position; empty when it concerns the whole
 * @param message what is wrong and what to do, for people
 */
public record Violation(String code, String field, String message) {
    public Violation {
        Objects.requireNonNull(code);
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
    }

    @Override
    public String toString() {
        return field.isEmpty() ? code + ": " + message : code + " " + field + ": " + message;
    }
}
