package org.lottrace.api.audit;

import org.lottrace.api.code.Coded;

/** What happened. */
public enum AuditKind implements Coded {
    /** Somebody logged in. A login that is remembered for some minutes is not a new one. */
    LOGIN("login"),
    /** A password, a key or a token was wrong. */
    LOGIN_FAILED("login-failed"),
    /** A login was refused unseen, after others had failed. */
    LOGIN_REFUSED("login-refused"),
    /** So many logins failed that an account, an address or both are locked for some minutes. */
    LOCKED("locked"),
    /** An administrator forgot failed logins. */
    UNLOCKED("unlocked"),
    /** A login gained or lost roles, came or went. */
    RIGHTS("rights"),
    /** The password or the key of a login was changed. */
    CREDENTIAL("credential"),
    /** A token for a program was made. */
    TOKEN_MADE("token-made"),
    /** A token was revoked. */
    TOKEN_REVOKED("token-revoked"),
    /** A token that was right once was refused: it is over, or was revoked. */
    TOKEN_REFUSED("token-refused"),
    /** A setting was changed by an operation. */
    CONFIGURATION("configuration");

    private final String code;

    AuditKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
