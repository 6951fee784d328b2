package org.lottrace.edi.x12.internal.rules;

/** The settings of a partner cannot be used. The message names the file and says what to correct. */
public final class MappingUnusableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MappingUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
