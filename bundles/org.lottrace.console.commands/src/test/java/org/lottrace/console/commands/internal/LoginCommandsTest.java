package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.commands.internal.Shell.answering;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.api.violation.Violation;

class LoginCommandsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final Token TOKEN = new Token(
            "0123456789",
            "erp",
            Set.of(Role.OPERATOR),
            NOW,
            "karin",
            NOW.plus(Duration.ofDays(30)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final List<Object> asked = new ArrayList<>();

    @Test
    void the_audit_log_is_asked_for_what_is_typed_and_shown_with_who_and_from_where() throws Exception {
        AuditEntry entry = new AuditEntry(
                7,
                NOW,
                NOW,
                9,
                AuditKind.LOGIN_FAILED,
                "anna",
                "10.0.0.1",
                "ssh",
                LoginMethod.PASSWORD,
                List.of(),
                "",
                "",
                "");
        try (Shell shell = Shell.with(answering(AuditLog.class, "list", given -> {
            asked.add(given.get(0));
            return List.of(entry);
        }))) {
            String table = shell.run("lottrace:audit --user anna --kind login-failed --from 2026-10-01T00:00:00Z"
                    + " --until 2026-10-02T00:00:00Z --after 8 --limit 5");

            assertEquals(
                    new AuditQuery(
                            Optional.of("anna"),
                            Optional.of(AuditKind.LOGIN_FAILED),
                            Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                            Optional.of(Instant.parse("2026-10-02T00:00:00Z")),
                            Optional.of(8L),
                            5),
                    asked.get(0));
            assertTrue(table.contains("anna") && table.contains("10.0.0.1") && table.contains("ssh password"), table);
            assertEquals(9, shell.json("lottrace:audit").path(0).path("times").asInt());
            assertThrows(CommandException.class, () -> shell.run("lottrace:audit --from yesterday"));
            assertThrows(CommandException.class, () -> shell.run("lottrace:audit --kind nonsense"));
        }
    }

    @Test
    void a_token_is_made_with_roles_and_an_end_and_its_secret_is_shown_once() throws Exception {
        Tokens tokens = answering(
                Tokens.class,
                Map.of(
                        "make",
                        given -> {
                            asked.add(given.get(1));
                            return new Outcome.Done<>(new MadeToken(TOKEN, "ltt_secret"));
                        },
                        "list",
                        given -> List.of(TOKEN)));
        try (Shell shell = Shell.with(tokens, Clock.fixed(NOW, ZoneOffset.UTC))) {
            String made = shell.run("lottrace:token-make erp --role lottrace --role admin --days 30");

            assertEquals(
                    new TokenRequest("erp", Set.of(Role.OPERATOR, Role.ADMINISTRATOR), NOW.plus(Duration.ofDays(30))),
                    asked.get(0));
            assertTrue(made.contains("Authorization: Bearer ltt_secret"), made);
            assertFalse(shell.run("lottrace:tokens").contains("ltt_secret"));
        }
    }

    @Test
    void a_token_that_is_not_there_is_not_revoked() throws Exception {
        Tokens tokens = answering(
                Tokens.class,
                "revoke",
                given -> given.get(1).equals("erp")
                        ? List.of()
                        : List.of(new Violation("TOKEN_UNKNOWN", "name", "there is no token " + given.get(1))));
        try (Shell shell = Shell.with(tokens)) {
            JsonNode revoked = shell.json("lottrace:token-revoke erp");

            assertEquals("erp", revoked.path("revoked").asText());
            assertThrows(CommandException.class, () -> shell.run("lottrace:token-revoke nobody"));
            assertTrue(shell.output().contains("there is no token nobody"), shell.output());
        }
    }
}
