package org.lottrace.api.operation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.code.Coded;

/**
 * An operation that a caller asked for, and how it ended.
 *
 * @param name of the operation
 * @param ending how it ended
 * @param codes with which it was refused, each once, by name; empty when it was not
 * @param took how long
 */
public record EndedOperation(String name, Ending ending, List<String> codes, Duration took) {
    public EndedOperation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(ending);
        codes = codes.stream().distinct().sorted().toList();
        Objects.requireNonNull(took);
    }

    /** How an operation ends. */
    public enum Ending implements Coded {
        /** It answered, or did what was asked. */
        DONE("done"),
        /** It was done before under the same key. */
        ALREADY_DONE("already-done"),
        /** It was refused, with every reason. */
        REFUSED("refused"),
        /** It threw: the request cannot be read, or something is broken. */
        FAILED("failed");

        private final String code;

        Ending(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
