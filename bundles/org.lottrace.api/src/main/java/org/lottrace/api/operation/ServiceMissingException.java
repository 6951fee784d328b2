package org.lottrace.api.operation;

/** A service is not installed, or has not started yet; the same request can be sent again later. */
public final class ServiceMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param service its interface */
    public ServiceMissingException(Class<?> service) {
        super("there is no " + service.getSimpleName()
                + " service: install the feature that has it (feature:list | grep lottrace), or see why it has not started"
                + " (bundle:diag)");
    }
}
