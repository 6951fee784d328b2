package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;

/** A partner's binding is missing or wrong. The message names the file; the cause says what MOXy did not like. */
final class BindingBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the binding
     * @param cause why it cannot be used
     */
    BindingBrokenException(Path file, Throwable cause) {
        super("binding " + file + " cannot be used; correct the file: " + innermost(cause), cause);
    }

    /** @param message what is missing, naming the file */
    BindingBrokenException(String message) {
        super(message);
    }

    private static String innermost(Throwable cause) {
        Throwable inner = cause;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
