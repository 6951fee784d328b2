package org.lottrace.console.web.internal.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.health.Metrics;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.KnownLogin;
import org.lottrace.api.login.KnownLogins;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

/** Users, tokens, audit log, metrics and configuration, as an administrator and an auditor see them. */
class AdminDeskTest {
    private static final String PID = "org.lottrace.test";

    private final List<Object> asked = new ArrayList<>();
    private List<Violation> refusal = List.of();
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void users_are_listed_with_their_roles_and_a_locked_account_can_be_unlocked() {
        open(Role.ADMINISTRATOR);

        String page = desk.page("/console/admin/users");

        assertTrue(page.contains("anna") && page.contains("Quality") && page.contains("ssh"), page);
        assertTrue(page.contains("Unlock<span class=\"visually-hidden\"> anna"), page);
    }

    @Test
    void the_secret_of_a_token_is_shown_once_and_its_request_says_roles_and_end() {
        open(Role.ADMINISTRATOR, Role.AUDITOR);

        HttpResponse<String> made = desk.send(
                "/console/admin/tokens",
                "do",
                "make",
                "name",
                "prometheus",
                "roles",
                "lottrace-auditor",
                "expires",
                "2026-04-01");

        assertEquals(200, made.statusCode(), made.body());
        assertTrue(made.body().contains("ltt_secret"));
        assertEquals(
                new TokenRequest("prometheus", Set.of(Role.AUDITOR), Instant.parse("2026-04-01T22:00:00Z")),
                asked.get(0));
        assertFalse(desk.page("/console/admin/tokens").contains("ltt_secret"));
    }

    @Test
    void what_is_wrong_with_a_token_stands_at_its_field_and_what_was_entered_stays() {
        open(Role.ADMINISTRATOR, Role.AUDITOR);
        refusal = List.of(new Violation(Tokens.TOKEN_NAME_TAKEN, "name", "there was one"));

        HttpResponse<String> refused =
                desk.send("/console/admin/tokens", "do", "make", "name", "erp", "expires", "2026-04-01");
        HttpResponse<String> unreadable =
                desk.send("/console/admin/tokens", "do", "make", "name", "", "expires", "tomorrow");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"name-wrong\">there was one"), refused.body());
        assertTrue(refused.body().contains("value=\"erp\""));
        assertEquals(422, unreadable.statusCode());
        assertTrue(unreadable.body().contains("id=\"name-wrong\"")
                && unreadable.body().contains("id=\"expires-wrong\""));
    }

    @Test
    void a_token_is_revoked_and_the_page_says_so() {
        open(Role.ADMINISTRATOR);

        HttpResponse<String> answer = desk.send("/console/admin/tokens", "do", "revoke", "name", "erp");

        assertEquals(
                Optional.of("/console/admin/tokens?revoked=erp"),
                answer.headers().firstValue("Location"));
        assertTrue(desk.page("/console/admin/tokens?revoked=erp").contains("The token of erp is revoked."));
    }

    @Test
    void the_audit_log_is_asked_by_kind_user_and_days_of_the_site_and_has_a_next_page() {
        open(Role.AUDITOR);

        String page = desk.page("/console/admin/audit?kind=locked&user=anna&from=2026-03-01&until=2026-03-02");

        assertEquals(
                new AuditQuery(
                        Optional.of("anna"),
                        Optional.of(AuditKind.LOCKED),
                        Optional.of(Instant.parse("2026-02-28T23:00:00Z")),
                        Optional.of(Instant.parse("2026-03-02T23:00:00Z")),
                        Optional.empty(),
                        51),
                asked.get(0));
        assertTrue(page.contains("before=51"), "the id of the fiftieth entry");
        assertTrue(desk.page("/console/admin/audit?from=yesterday").contains("A date is written like"));
    }

    @Test
    void a_setting_is_changed_and_a_refusal_says_why_and_keeps_what_was_entered() {
        open(Role.ADMINISTRATOR);

        HttpResponse<String> done =
                desk.send("/console/admin/configuration", "part", PID, "key", "road.days", "seen", "6", "value", "7");
        refusal = List.of(new Violation(Configurations.SETTING_VALUE_INVALID, "value", "too many"));
        HttpResponse<String> refused = desk.send(
                "/console/admin/configuration", "part", PID, "key", "road.days", "seen", "6", "value", "7000");

        assertEquals(
                Optional.of("/console/admin/configuration?part=org.lottrace.test&changed=road.days"),
                done.headers().firstValue("Location"));
        assertEquals(List.of(PID, "road.days", "7"), asked.get(0));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("too many") && refused.body().contains("value=\"7000\""), refused.body());
    }

    @Test
    void what_somebody_else_has_set_meanwhile_is_told_and_not_overwritten() {
        open(Role.ADMINISTRATOR);

        HttpResponse<String> old =
                desk.send("/console/admin/configuration", "part", PID, "key", "road.days", "seen", "5", "value", "7");

        assertEquals(422, old.statusCode());
        assertTrue(old.body().contains("It is now: 6. You entered: 7."), old.body());
        assertTrue(old.body().contains("value=\"7\"") && old.body().contains("name=\"seen\" value=\"6\""));
        assertEquals(List.of(), asked, "nothing was changed");
    }

    @Test
    void back_to_the_default_is_asked_for_without_a_value() {
        open(Role.ADMINISTRATOR);

        desk.send(
                "/console/admin/configuration",
                "part",
                PID,
                "key",
                "road.days",
                "seen",
                "6",
                "value",
                "7",
                "reset",
                "yes");

        assertEquals(List.of(PID, "road.days", ""), asked.get(0));
    }

    @Test
    void a_secret_is_an_empty_field_and_a_list_is_not_changed_here() {
        open(Role.ADMINISTRATOR);

        String page = desk.page("/console/admin/configuration?part=" + PID);

        assertTrue(page.contains("type=\"password\" value=\"\""), page);
        assertTrue(page.contains("etc/org.lottrace.test.cfg"), page);
    }

    @Test
    void metrics_are_a_table_with_averages_instead_of_buckets() {
        open(Role.AUDITOR);

        String page = desk.page("/console/admin/metrics");

        assertTrue(page.contains("item.find") && page.contains("12.5 ms"), page);
        assertTrue(page.contains("Events that followers are behind"), page);
        assertFalse(page.contains("le <span"), "buckets are for programs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/admin/tokens", "/console/admin/configuration?part=" + PID, "/console/admin/users"})
    void an_auditor_reads_and_is_offered_no_change(String path) {
        open(Role.AUDITOR);

        assertFalse(desk.page(path).contains("method=\"post\" action=\"/console/admin"), path);
        assertEquals(
                422,
                desk.send("/console/admin/configuration", "part", PID, "key", "road.days", "value", "7")
                        .statusCode());
        assertEquals(
                422,
                desk.send("/console/admin/tokens", "do", "revoke", "name", "erp")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tokens", "audit", "metrics", "configuration"})
    void who_does_not_look_after_the_installation_sees_none_of_it(String page) {
        open(Role.OPERATOR);

        assertEquals(403, desk.get("/console/admin/" + page).statusCode());
    }

    private void open(Role... roles) {
        Token erp = token("erp");
        desk = DeskUnderTest.as(
                Set.of(roles),
                List.of(new AdminPage()),
                Fake.sites(),
                Fake.of(KnownLogins.class)
                        .when(
                                "all",
                                ignored -> List.of(new KnownLogin(
                                        "anna", LoginMethod.PASSWORD, List.of("lottrace-quality", "ssh"))))
                        .build(),
                Fake.of(LoginLocks.class)
                        .when(
                                "failed",
                                ignored -> List.of(new FailedLogin(
                                        "anna", "", 60, Duration.ofSeconds(3), Optional.of(Duration.ofMinutes(4)))))
                        .build(),
                Fake.of(Tokens.class)
                        .when("list", ignored -> List.of(erp))
                        .when("revoke", ignored -> List.of())
                        .when("make", given -> {
                            asked.add(given.get(1));
                            return refusal.isEmpty()
                                    ? new Outcome.Done<>(new MadeToken(token("prometheus"), "ltt_secret"))
                                    : new Outcome.Refused<>(refusal);
                        })
                        .build(),
                Fake.of(AuditLog.class)
                        .when("list", given -> {
                            asked.add(given.get(0));
                            return entries();
                        })
                        .build(),
                Fake.of(Metrics.class).when("text", ignored -> METRICS).build(),
                Fake.of(Configurations.class)
                        .when("all", ignored -> List.of(part()))
                        .when("change", given -> {
                            asked.add(given.subList(1, 4));
                            return refusal;
                        })
                        .build());
    }

    private static ConfiguredPart part() {
        return new ConfiguredPart(
                PID,
                "Test",
                "A part",
                List.of(
                        new Setting(
                                "road.days",
                                "On the road",
                                "Days",
                                SettingKind.NUMBER,
                                List.of("5"),
                                List.of("6"),
                                true,
                                true,
                                List.of()),
                        new Setting(
                                "password",
                                "Password",
                                "Of the database",
                                SettingKind.SECRET,
                                List.of(),
                                List.of(),
                                true,
                                true,
                                List.of()),
                        new Setting(
                                "names",
                                "Names",
                                "Several",
                                SettingKind.TEXT,
                                List.of("a", "b"),
                                List.of("a", "b"),
                                false,
                                false,
                                List.of())));
    }

    private static Token token(String name) {
        return new Token(
                "id-" + name,
                name,
                Set.of(Role.AUDITOR),
                Bakery.NOW,
                "ada",
                Bakery.NOW.plusSeconds(90_000),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        for (int id = 100; id >= 50; id--) {
            entries.add(new AuditEntry(
                    id,
                    Bakery.NOW,
                    Bakery.NOW,
                    1,
                    AuditKind.LOCKED,
                    "anna",
                    "192.0.2.7",
                    "http",
                    LoginMethod.PASSWORD,
                    List.of(),
                    "",
                    "",
                    ""));
        }
        return entries;
    }

    private static final String METRICS = """
            # HELP lottrace_follower_lag_events how far behind
            # TYPE lottrace_follower_lag_events gauge
            lottrace_follower_lag_events{follower="cost"} 3.0
            # TYPE lottrace_operation_duration_seconds histogram
            lottrace_operation_duration_seconds_bucket{operation="item.find",outcome="done",le="0.1"} 4
            lottrace_operation_duration_seconds_count{operation="item.find",outcome="done"} 4
            lottrace_operation_duration_seconds_sum{operation="item.find",outcome="done"} 0.05
            jvm_memory_used_bytes{area="heap"} 1.2345678E8
            process_uptime_seconds NaN
            """;
}
