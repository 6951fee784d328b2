package org.lottrace.console.web.internal.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Logins, refusals and changes of rights and settings, the newest first, a page at a time.
 *
 * @param entered what the filter was filled in with
 * @param next address of the next page, absent on the last one
 * @param problem what is wrong with the filter; empty: nothing
 */
public record AuditView(Parameters entered, List<AuditEntry> entries, Optional<String> next, String problem) {
    private static final int AT_A_TIME = 50;

    /** @return class of its badge */
    public static String badge(AuditKind kind) {
        return switch (kind) {
            case LOGIN, UNLOCKED -> "good";
            case LOGIN_FAILED, TOKEN_REFUSED -> "warn";
            case LOGIN_REFUSED, LOCKED -> "bad";
            case RIGHTS, CREDENTIAL, TOKEN_MADE, TOKEN_REVOKED, CONFIGURATION -> "info";
        };
    }

    static Answer show(Visit visit) {
        Parameters entered = visit.parameters();
        try {
            AuditQuery query = new AuditQuery(
                    entered.given("user"),
                    Arrays.stream(AuditKind.values())
                            .filter(kind -> kind.code().equals(entered.text("kind")))
                            .findFirst(),
                    day(visit, "from", 0),
                    day(visit, "until", 1),
                    entered.given("before")
                            .filter(number -> number.matches("[0-9]{1,18}"))
                            .map(Long::parseLong),
                    AT_A_TIME + 1);
            List<AuditEntry> found = visit.as(AuditLog.class).list(query);
            List<AuditEntry> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
            Optional<String> next = found.size() > AT_A_TIME
                    ? Optional.of(next(entered, shown.get(AT_A_TIME - 1).id()))
                    : Optional.empty();
            return Answer.html("admin/audit.jte", new AuditView(entered, shown, next, ""));
        } catch (DateTimeException noDate) {
            return Answer.html(
                    "admin/audit.jte",
                    new AuditView(
                            entered, List.of(), Optional.empty(), visit.texts().lookup("audit.no-date")));
        } catch (IllegalArgumentException noSuchPage) {
            return new Answer.Failure(400, "error.invalid", noSuchPage.getMessage());
        }
    }

    /** Days are those of the first site. */
    private static Optional<Instant> day(Visit visit, String name, int more) {
        return visit.parameters().given(name).map(text -> LocalDate.parse(text)
                .plusDays(more)
                .atStartOfDay(visit.zone())
                .toInstant());
    }

    private static String next(Parameters entered, long last) {
        List<Object> parameters = new ArrayList<>(entered.except("before"));
        parameters.addAll(List.of("before", last));
        return Address.to("admin/audit", parameters.toArray());
    }
}
