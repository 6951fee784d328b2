package org.lottrace.api.audit;

import org.lottrace.api.code.Coded;

/** By what somebody logs in. */
public enum LoginMethod implements Coded {
    /** User name and password. */
    PASSWORD("password"),
    /** A key, over SSH. */
    KEY("key"),
    /** The token of a program. */
    TOKEN("token"),
    /** At the identity provider of the organisation. */
    PROVIDER("provider"),
    /** It is not about a login by one of them. */
    NONE("none");

    private final String code;

    LoginMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
