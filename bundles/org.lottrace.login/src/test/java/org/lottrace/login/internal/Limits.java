package org.lottrace.login.internal;

import java.lang.annotation.Annotation;

/** The limits as they are shipped. */
record Limits(String usersFile) implements LoginConfig {
    Limits() {
        this("");
    }

    @Override
    public String realm() {
        return "karaf";
    }

    @Override
    public int free_failures() {
        return 3;
    }

    @Override
    public int lock_failures() {
        return 10;
    }

    @Override
    public int lock_failures_alone() {
        return 50;
    }

    @Override
    public int lock_minutes() {
        return 5;
    }

    @Override
    public String users_file() {
        return usersFile;
    }

    @Override
    public String keys_file() {
        return "";
    }

    @Override
    public String user_principal() {
        return "UserPrincipal";
    }

    @Override
    public String role_principal() {
        return "RolePrincipal";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return LoginConfig.class;
    }
}
