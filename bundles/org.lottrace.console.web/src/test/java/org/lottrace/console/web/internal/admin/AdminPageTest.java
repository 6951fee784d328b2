package org.lottrace.console.web.internal.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class AdminPageTest {
    private static final FollowerFailure FAILURE =
            new FollowerFailure(17, 3, Bakery.NOW, Bakery.NOW.plusSeconds(60), "the partner has no address");

    private final List<Object> asked = new ArrayList<>();
    private final Fake<LedgerFollowers> followers = Fake.of(LedgerFollowers.class)
            .when(
                    "all",
                    ignored -> List.of(
                            new FollowerStatus(
                                    "cost", FollowerState.RUNNING, 20, 20, Optional.empty(), List.of(), "n1"),
                            new FollowerStatus(
                                    "outgoing-856",
                                    FollowerState.RETRYING,
                                    20,
                                    20,
                                    Optional.empty(),
                                    List.of(new SetAsideEvent(Optional.of("MARKET"), FAILURE, Optional.empty())),
                                    "n1")))
            .when("skipped", ignored -> List.of());
    private final Fake<LoginLocks> locks = Fake.of(LoginLocks.class)
            .when(
                    "failed",
                    ignored -> List.of(new FailedLogin(
                            "eve", "", 9, Duration.ofSeconds(5), Optional.of(Duration.ofSeconds(301)))));
    private final Fake<Ledger> ledger = Fake.of(Ledger.class)
            .when(
                    "verified",
                    ignored -> new VerifiedChain(20, "0".repeat(64), Bakery.NOW, Bakery.NOW, Optional.empty()))
            .when("head", ignored -> 20L);
    private final Fake<RecordSeals> seals = Fake.of(RecordSeals.class).when("found", ignored -> List.of());
    private final Fake<Certification> certification = Fake.of(Certification.class);
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_wrong_comes_first_with_what_to_do() {
        open(Role.ADMINISTRATOR);

        String page = desk.page("/console/admin");

        assertTrue(page.indexOf("id=\"cause-disk\"") < page.indexOf("id=\"checks\""), page);
        assertTrue(page.contains("3 % are free: make room") && page.contains("Needs a look"));
        assertFalse(page.contains("id=\"cause-ledger\""), "what works is no cause");
    }

    @Test
    void an_event_that_is_set_aside_is_tried_again_or_done_without_for_a_reason() {
        followers
                .when("retry", given -> {
                    asked.addAll(given);
                    return List.of();
                })
                .when("skip", given -> {
                    asked.addAll(given);
                    return ((String) given.get(3)).isBlank()
                            ? List.of(new Violation("REASON_MISSING", "reason", "say why"))
                            : List.of();
                });
        open(Role.ADMINISTRATOR);

        assertTrue(desk.page("/console/admin/followers?name=outgoing-856").contains("the partner has no address"));
        HttpResponse<String> retried =
                desk.send("/console/admin/followers", "name", "outgoing-856", "position", "17", "action", "retry");
        assertEquals(303, retried.statusCode());
        assertEquals(
                "/console/admin/followers?name=outgoing-856&done=retry",
                retried.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> refused =
                desk.send("/console/admin/followers", "name", "outgoing-856", "position", "17", "action", "skip");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("say why"));
        desk.send(
                "/console/admin/followers",
                "name",
                "outgoing-856",
                "position",
                "17",
                "action",
                "skip",
                "reason",
                "sent by mail");
        Caller ada = (Caller) asked.get(asked.size() - 4);
        assertEquals("ada", ada.name());
        assertEquals(List.of("outgoing-856", 17L, "sent by mail"), asked.subList(asked.size() - 3, asked.size()));
        assertEquals(404, desk.get("/console/admin/followers?name=nobody").statusCode());
    }

    @Test
    void an_account_that_is_refused_is_unlocked() {
        locks.when("unlock", given -> {
            asked.addAll(given.subList(1, 2));
            return given.get(1).equals("eve")
                    ? List.of()
                    : List.of(new Violation("LOGIN_NOT_FAILED", "name", "nobody failed"));
        });
        open(Role.ADMINISTRATOR);

        assertTrue(desk.page("/console/admin/logins").contains("Refused for 6 more minutes"));
        assertEquals(303, desk.send("/console/admin/logins", "name", "eve").statusCode());
        HttpResponse<String> unknown = desk.send("/console/admin/logins", "name", "<i>");
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.body().contains("nobody failed"));
        assertEquals(List.of("eve", "<i>"), asked);
    }

    @Test
    void the_record_is_verified_when_somebody_asks_and_says_what_was_changed() {
        ledger.when("firstBrokenPosition", ignored -> Optional.of(13L));
        seals.when(
                "verify",
                given -> List.of(new Tampering("party", "MILL", Optional.of("name"), "it is not what was written")));
        certification.when(
                "certifyAll",
                ignored -> new CompletenessCertificate(
                        Bakery.NOW,
                        List.of(),
                        List.of(),
                        List.of(new Finding(
                                Finding.Witness.STOCK,
                                Optional.of(13L),
                                Optional.empty(),
                                Optional.empty(),
                                "5 kg are missing")),
                        List.of("the journal could not be asked"),
                        20,
                        "ab".repeat(32),
                        new VerifiedChain(0, "0".repeat(64), Bakery.NOW, Bakery.NOW, Optional.empty())));
        open(Role.AUDITOR);

        assertTrue(desk.page("/console/admin/record").contains("nothing that was changed"));
        assertTrue(
                desk.send("/console/admin/record", "question", "chain").body().contains("Event 13 is not as it was"));
        assertTrue(
                desk.send("/console/admin/record", "question", "seals").body().contains("it is not what was written"));
        String certificate =
                desk.send("/console/admin/record", "question", "certificate").body();
        assertTrue(certificate.contains("5 kg are missing") && certificate.contains("the journal could not be asked"));
        assertTrue(certificate.contains("Something does not fit"));
    }

    @Test
    void the_roles_are_those_of_the_catalogue_and_an_auditor_is_offered_no_change() {
        open(Role.AUDITOR);

        assertTrue(desk.page("/console/admin/roles").contains("movement.receive"));
        String mine = desk.page("/console/admin/roles?mine=yes");
        assertTrue(mine.contains("cost.journal") && !mine.contains("movement.receive"));
        assertFalse(desk.page("/console/admin/followers?name=cost").contains("Rebuild from"));
        assertFalse(desk.page("/console/admin/logins").contains(">Unlock"));
        HttpResponse<String> refused = desk.send("/console/admin/followers", "name", "cost", "action", "rebuild");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("ROLE_MISSING"), refused.body());
    }

    @Test
    void whoever_does_not_run_the_installation_does_not_see_it() {
        open(Role.RECEIVER);

        assertEquals(403, desk.get("/console/admin").statusCode());
        assertEquals(403, desk.send("/console/admin/logins", "name", "eve").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new AdminPage()),
                Fake.of(Health.class)
                        .when(
                                "check",
                                ignored -> new HealthReport(List.of(
                                        new HealthReport.Checked(
                                                "disk",
                                                "Disk",
                                                HealthStatus.WARN,
                                                List.of("3 % are free: make room"),
                                                2),
                                        new HealthReport.Checked(
                                                "ledger", "Ledger", HealthStatus.OK, List.of("whole"), 5))))
                        .build(),
                followers.build(),
                locks.build(),
                ledger.build(),
                seals.build(),
                certification.build(),
                Fake.sites());
    }
}
