package org.lottrace.api.violation;

import java.util.Objects;

/**
 * One problem of a request or a message.
 *
 * @param code stable word for programs, upper case with underscores, such as {@code LOT_EXPIRED}; declared beside the
 *     rule that raises it
 * @param path where the problem is, as the sender knows it
 * @param message what is wrong and what to do, for people
 */
public record Violation(String code, ViolationPath path, String message) {
    public Violation {
        Objects.requireNonNull(code);
        Objects.requireNonNull(path);
        Objects.requireNonNull(message);
    }

    /**
     * A problem of one property of the request.
     *
     * @throws IllegalArgumentException if {@code property} is not the name of one: a path is built, not written
     */
    public Violation(String code, String property, String message) {
        this(code, ViolationPath.of(property), message);
    }

    @Override
    public String toString() {
        return path.isWhole() ? code + ": " + message : code + " " + path + ": " + message;
    }
}
