package org.lottrace.api.login;

/** The identity provider cannot be reached, or says nothing that can be used: try again, or log in with a password. */
public final class ProviderUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
