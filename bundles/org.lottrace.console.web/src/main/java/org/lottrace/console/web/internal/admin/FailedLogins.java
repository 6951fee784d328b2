package org.lottrace.console.web.internal.admin;

import java.util.List;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Who could not log in lately, and letting them try again. */
public final class FailedLogins {
    private static final int MOST = 200;

    private FailedLogins() {}

    /**
     * @param more how many others there are
     * @param unlocked which account or address was unlocked just now; empty: none
     * @param problems why it was not
     */
    public record View(List<FailedLogin> logins, int more, String unlocked, List<Violation> problems) {}

    /** @return minutes, at least one */
    public static long minutes(java.time.Duration duration) {
        return Math.max(1, (duration.toSeconds() + 59) / 60);
    }

    static Answer show(Visit visit) {
        return Answer.html("admin/logins.jte", view(visit, visit.parameters().text("unlocked"), List.of()));
    }

    static Answer unlock(Visit visit) {
        String name = visit.parameters().text("name");
        List<Violation> problems = visit.as(LoginLocks.class).unlock(visit.caller(), name);
        return problems.isEmpty()
                ? new Answer.SeeOther(Address.to("admin/logins", "unlocked", name))
                : Answer.refused("admin/logins.jte", view(visit, "", problems));
    }

    private static View view(Visit visit, String unlocked, List<Violation> problems) {
        List<FailedLogin> all = visit.as(LoginLocks.class).failed();
        List<FailedLogin> shown = all.subList(0, Math.min(MOST, all.size()));
        return new View(shown, all.size() - shown.size(), unlocked, problems);
    }
}
