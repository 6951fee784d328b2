package org.lottrace.login.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.code.Coded;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.token.store.TokenStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.violation.Violation;
import org.lottrace.login.internal.HandsOfAClock;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;
import org.lottrace.login.internal.audit.Direct;

class TokenServiceTest {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final Caller ROOT = new Caller("root", Set.of(Role.ADMINISTRATOR, Role.OPERATOR));
    private static final String HERE = "10.0.0.1";

    private final Time time = new Time();
    private final AuditQueue audit = new AuditQueue(new HandsOfAClock());
    private final List<String> failed = new ArrayList<>();
    private final Rows rows = new Rows();
    private final TokenService tokens = new TokenService(new Direct(), rows, time, audit, failed::add, 0);

    @Test
    void a_program_comes_in_by_the_secret_that_was_told_once() {
        MadeToken made = made(tokens.make(ROOT, request("erp")));

        Caller program = tokens.login(made.secret(), HERE).orElseThrow();

        assertEquals("token erp", program.name());
        assertEquals(Set.of(Role.OPERATOR), program.roles());
        assertTrue(program.isToken());
        assertTrue(made.secret().matches("ltt_[0-9a-f]{10}_[A-Za-z0-9_-]{43}"), made.secret());
        assertEquals(List.of("token-made by root", "login by "), told());
    }

    @Test
    void the_secret_is_kept_and_shown_nowhere() {
        MadeToken made = made(tokens.make(ROOT, request("erp")));
        String secret = made.secret().substring("ltt_0123456789_".length());

        assertFalse(rows.all().toString().contains(secret));
        assertFalse(made.toString().contains(secret));
        assertFalse(audit.notes().toString().contains(secret));
        assertFalse(TokenText.parse(made.secret()).orElseThrow().toString().contains(secret));
    }

    @Test
    void a_revoked_token_is_refused_at_once_and_the_audit_log_says_so() {
        MadeToken made = made(tokens.make(ROOT, request("erp")));

        assertEquals(List.of(), tokens.revoke(ROOT, "erp"));
        assertEquals(List.of(), tokens.revoke(ROOT, "erp"));

        assertEquals(Optional.empty(), tokens.login(made.secret(), HERE));
        assertEquals(List.of("token-made by root", "token-revoked by root", "token-refused by "), told());
        assertEquals(List.of(), failed, "it is no guess");
    }

    @Test
    void what_another_node_has_revoked_is_refused_after_the_next_look() {
        MadeToken made = made(tokens.make(ROOT, request("erp")));
        rows.revoke("erp", NOW, "anna");
        assertTrue(tokens.login(made.secret(), HERE).isPresent());

        tokens.look();

        assertEquals(Optional.empty(), tokens.login(made.secret(), HERE));
    }

    @Test
    void a_token_ends_by_itself() {
        MadeToken made = made(tokens.make(ROOT, request("erp")));

        time.now = NOW.plus(Duration.ofDays(30)).minusMillis(1);
        assertTrue(tokens.login(made.secret(), HERE).isPresent());
        time.now = NOW.plus(Duration.ofDays(30));
        assertEquals(Optional.empty(), tokens.login(made.secret(), HERE));
    }

    @ParameterizedTest
    @CsvSource({"ltt_", "ltt_0123456789_short", "''", "ltt_0123456789_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_wrong_token_is_a_failed_login_of_its_address(String secret) {
        tokens.look();

        assertEquals(Optional.empty(), tokens.login(secret, HERE));
        assertEquals(List.of(HERE), failed);
        assertEquals(List.of("login-failed by "), told());
    }

    @Test
    void one_changed_letter_makes_it_wrong() {
        String secret = made(tokens.make(ROOT, request("erp"))).secret();
        char last = secret.charAt(20);

        assertEquals(
                Optional.empty(),
                tokens.login(secret.substring(0, 20) + (last == 'A' ? 'B' : 'A') + secret.substring(21), HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "erp, lottrace,                1, ''",
        "erp, admin,                   1, ''",
        "erp, lottrace-auditor,        1, ''",
        "erp, recall-consignee,        1, TOKEN_ROLE_NOT_OWN",
        "erp, '',                      1, TOKEN_WITHOUT_ROLE",
        "erp, lottrace,                0, TOKEN_EXPIRY_INVALID",
        "erp, lottrace,              366, ''",
        "erp, lottrace,              367, TOKEN_EXPIRY_INVALID",
        "'',  lottrace,                1, TOKEN_NAME_INVALID",
        "e p, lottrace,                1, TOKEN_NAME_INVALID",
        "'x=', recall-consignee,      -1, TOKEN_EXPIRY_INVALID TOKEN_NAME_INVALID TOKEN_ROLE_NOT_OWN",
    })
    void every_reason_against_a_token_is_told(String name, String role, int days, String codes) {
        Set<Role> roles = role.isEmpty() ? Set.of() : Set.of(Coded.of(Role.class, role));

        Outcome<MadeToken> outcome = tokens.make(ROOT, new TokenRequest(name, roles, NOW.plus(Duration.ofDays(days))));

        assertEquals(codes, codes(outcome));
    }

    @Test
    void a_name_is_given_once_for_ever() {
        tokens.make(ROOT, request("erp"));
        tokens.revoke(ROOT, "erp");

        assertEquals("TOKEN_NAME_TAKEN", codes(tokens.make(ROOT, request("erp"))));
    }

    @Test
    void a_token_makes_other_tokens_that_may_do_no_more_than_itself_and_no_administrator() {
        Caller program = Caller.token("setup", Set.of(Role.ADMINISTRATOR, Role.OPERATOR));

        assertEquals("", codes(tokens.make(program, request("erp"))));
        assertEquals(
                "TOKEN_ROLE_NOT_OWN",
                codes(tokens.make(
                        program, new TokenRequest("less", Set.of(Role.AUDITOR), NOW.plus(Duration.ofDays(1))))));
        assertEquals(
                "TOKEN_MAKES_ADMINISTRATOR",
                codes(tokens.make(
                        program, new TokenRequest("more", Set.of(Role.ADMINISTRATOR), NOW.plus(Duration.ofDays(1))))));
    }

    @Test
    void what_is_not_there_is_not_revoked() {
        assertEquals("TOKEN_UNKNOWN", tokens.revoke(ROOT, "nobody").get(0).code());
    }

    @Test
    void a_use_that_goes_on_is_one_login_and_written_once_a_minute() {
        String secret = made(tokens.make(ROOT, request("erp"))).secret();
        for (int second = 0; second < 150; second += 15) {
            time.now = NOW.plusSeconds(second);
            tokens.login(secret, HERE);
            tokens.look();
        }

        assertEquals(1, told().stream().filter("login by "::equals).count());
        assertEquals(3, rows.uses);

        time.now = NOW.plusSeconds(600);
        tokens.login(secret, HERE);
        assertEquals(2, told().stream().filter("login by "::equals).count());
    }

    @Test
    void while_the_database_is_away_the_tokens_that_are_known_go_on() {
        assertThrows(
                StoreUnavailableException.class,
                () -> tokens.login(TokenText.random().text(), HERE));
        String secret = made(tokens.make(ROOT, request("erp"))).secret();

        rows.isAway = true;
        tokens.look();

        assertTrue(tokens.login(secret, HERE).isPresent());
    }

    @Test
    void what_this_node_has_made_and_revoked_counts_although_the_database_is_gone_right_after() {
        tokens.look();
        rows.isAway = true;

        MadeToken made = made(tokens.make(ROOT, request("erp")));
        assertTrue(tokens.login(made.secret(), HERE).isPresent());

        assertEquals(List.of(), tokens.revoke(ROOT, "erp"));
        assertEquals(Optional.empty(), tokens.login(made.secret(), HERE));
    }

    private static TokenRequest request(String name) {
        return new TokenRequest(name, Set.of(Role.OPERATOR), NOW.plus(Duration.ofDays(30)));
    }

    private static MadeToken made(Outcome<MadeToken> outcome) {
        return outcome.fold(made -> made, again -> again, refused -> {
            throw new AssertionError(refused);
        });
    }

    private static String codes(Outcome<MadeToken> outcome) {
        return String.join(
                " ",
                new TreeSet<>(outcome.violations().stream().map(Violation::code).toList()));
    }

    private List<String> told() {
        return audit.notes().stream()
                .map((AuditNote note) -> note.kind().code() + " by " + note.by())
                .toList();
    }

    private static final class Time extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Rows implements TokenStore {
        private final Map<String, KeptToken> byName = new LinkedHashMap<>();
        private boolean isAway;
        private int uses;

        @Override
        public boolean insert(KeptToken token) {
            return byName.putIfAbsent(token.token().name(), token) == null;
        }

        @Override
        public Optional<Token> find(String name) {
            return Optional.ofNullable(byName.get(name)).map(KeptToken::token);
        }

        @Override
        public List<Token> list(Optional<String> after, int limit) {
            return byName.values().stream().map(KeptToken::token).toList();
        }

        @Override
        public List<KeptToken> all() {
            if (isAway) {
                throw new StoreUnavailableException("away", null);
            }
            return List.copyOf(byName.values());
        }

        @Override
        public boolean revoke(String name, Instant at, String by) {
            KeptToken kept = byName.get(name);
            Token token = kept.token();
            if (token.revoked().isPresent()) {
                return false;
            }
            byName.put(
                    name,
                    new KeptToken(
                            new Token(
                                    token.id(),
                                    name,
                                    token.roles(),
                                    token.made(),
                                    token.madeBy(),
                                    token.expires(),
                                    Optional.of(at),
                                    Optional.of(by),
                                    Optional.empty()),
                            kept.hash()));
            return true;
        }

        @Override
        public void used(String id, Instant at) {
            uses++;
        }
    }
}
