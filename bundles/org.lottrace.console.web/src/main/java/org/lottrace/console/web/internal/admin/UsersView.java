package org.lottrace.console.web.internal.admin;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.KnownLogin;
import org.lottrace.api.login.KnownLogins;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Who may log in with which roles, and whose account is locked.
 *
 * @param logins the first of them
 * @param more how many others there are
 * @param locked accounts whose logins are refused now, by their name
 */
public record UsersView(List<KnownLogin> logins, int more, Map<String, FailedLogin> locked) {
    private static final int MOST = 500;

    static Answer show(Visit visit) {
        List<KnownLogin> all = visit.as(KnownLogins.class).all();
        List<KnownLogin> shown = all.subList(0, Math.min(MOST, all.size()));
        Map<String, FailedLogin> locked = visit.as(LoginLocks.class).failed().stream()
                .filter(failed ->
                        !failed.account().isEmpty() && failed.refusedFor().isPresent())
                .collect(Collectors.toMap(
                        FailedLogin::account, failed -> failed, BinaryOperator.maxBy((a, b) -> a.refusedFor()
                                .get()
                                .compareTo(b.refusedFor().get()))));
        return Answer.html("admin/users.jte", new UsersView(shown, all.size() - shown.size(), locked));
    }
}
