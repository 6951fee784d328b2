package org.lottrace.alert.internal;

/** How an alert is delivered. */
interface Way {
    /** @return short, lower case */
    String name();

    /** @throws UndeliveredException if it has not arrived; it is sent again later */
    void send(Alert alert);

    /** Why it has not arrived. */
    final class UndeliveredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndeliveredException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
