package org.lottrace.api.login;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.audit.LoginMethod;

/**
 * A login that the files of this node know.
 *
 * @param name of the user
 * @param method by what it logs in
 * @param roles by name, its own and those of its groups; also such that are none of LotTrace
 */
public record KnownLogin(String name, LoginMethod method, List<String> roles) {
    public KnownLogin {
        Objects.requireNonNull(name);
        Objects.requireNonNull(method);
        roles = roles.stream().sorted().toList();
    }
}
