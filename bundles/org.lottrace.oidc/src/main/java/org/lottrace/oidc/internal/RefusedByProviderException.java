package org.lottrace.oidc.internal;

/** What came back lets nobody in. */
final class RefusedByProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedByProviderException(String message) {
        super(message);
    }
}
