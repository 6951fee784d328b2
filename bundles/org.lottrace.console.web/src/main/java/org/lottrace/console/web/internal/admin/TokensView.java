package org.lottrace.console.web.internal.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Tokens of programs: making one, whose secret is shown once and is in no address, and revoking one.
 *
 * @param tokens of this page, by name
 * @param next address of the next page, absent on the last one
 * @param fields of the form for another one
 * @param roles that it can get: all of logins but the administrator's
 * @param made just now
 * @param revoked name of the one that was revoked just now; empty: none
 * @param problems why one was not revoked
 */
public record TokensView(
        List<Token> tokens,
        Optional<String> next,
        Fields fields,
        List<Role> roles,
        Optional<MadeToken> made,
        String revoked,
        List<Violation> problems) {
    private static final int AT_A_TIME = 50;
    private static final int USUAL_DAYS = 90;
    private static final String TEMPLATE = "admin/tokens.jte";

    static Answer show(Visit visit) {
        return Answer.html(
                TEMPLATE,
                view(visit, empty(visit), Optional.empty(), visit.parameters().text("revoked"), List.of()));
    }

    static Answer change(Visit visit) {
        return visit.parameters().text("do").equals("revoke") ? revoke(visit) : make(visit);
    }

    private static Answer revoke(Visit visit) {
        String name = visit.parameters().text("name");
        List<Violation> problems = visit.as(Tokens.class).revoke(visit.caller(), name);
        return problems.isEmpty()
                ? new Answer.SeeOther(Address.to("admin/tokens", "revoked", name))
                : Answer.refused(TEMPLATE, view(visit, empty(visit), Optional.empty(), "", problems));
    }

    /** It is not led elsewhere: an address must not know the secret. Sent again it is refused, since a name is given once. */
    private static Answer make(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), List.of("name", "roles", "expires"));
        Optional<String> name = fields.needed("name", text -> text);
        Optional<Instant> expires = fields.needed("expires", text -> LocalDate.parse(text)
                .plusDays(1)
                .atStartOfDay(visit.zone())
                .toInstant());
        Set<Role> roles = offered().stream()
                .filter(role -> fields.has("roles", role.code()))
                .collect(Collectors.toSet());
        if (!fields.areRight()) {
            return Answer.refused(TEMPLATE, view(visit, fields, Optional.empty(), "", List.of()));
        }
        return visit.as(Tokens.class)
                .make(visit.caller(), new TokenRequest(name.orElseThrow(), roles, expires.orElseThrow()))
                .fold(
                        made -> Answer.html(TEMPLATE, view(visit, empty(visit), Optional.of(made), "", List.of())),
                        refused -> {
                            fields.refused(refused);
                            return Answer.refused(TEMPLATE, view(visit, fields, Optional.empty(), "", List.of()));
                        });
    }

    private static Fields empty(Visit visit) {
        LocalDate end = visit.now().atZone(visit.zone()).toLocalDate().plusDays(USUAL_DAYS);
        return Fields.empty(visit.texts()).with("name", "").with("expires", end).withAll("roles", List.of());
    }

    private static List<Role> offered() {
        return Arrays.stream(Role.values())
                .filter(role -> role.isOfLogin() && role != Role.ADMINISTRATOR)
                .toList();
    }

    private static TokensView view(
            Visit visit, Fields fields, Optional<MadeToken> made, String revoked, List<Violation> problems) {
        List<Token> found = visit.as(Tokens.class).list(visit.parameters().given("after"), AT_A_TIME + 1);
        List<Token> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "admin/tokens", "after", shown.get(AT_A_TIME - 1).name()))
                : Optional.empty();
        return new TokensView(shown, next, fields, offered(), made, revoked, problems);
    }
}
