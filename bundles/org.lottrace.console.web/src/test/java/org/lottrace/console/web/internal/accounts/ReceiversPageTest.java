package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class ReceiversPageTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final JournalReceiver ERP = new JournalReceiver("ERP", 12, 7, "erp", NOW);

    private final List<Long> resent = new ArrayList<>();
    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<JournalReceivers> receivers = Fake.of(JournalReceivers.class)
            .when("list", ignored -> List.of(ERP))
            .when(
                    "rejections",
                    ignored ->
                            List.of(new JournalRejection(1, "ERP", 8, "no such account", "erp", NOW, Optional.empty())))
            .when("resend", asked -> {
                resent.add((Long) asked.get(2));
                return (Long) asked.get(2) > 12
                        ? new Outcome.Refused<JournalReceiver>(List.of(new Violation(
                                JournalReceivers.ENTRY_NOT_SENT, "entry", "the receiver was never given that entry")))
                        : new Outcome.Done<>(ERP);
            });
    private DeskUnderTest desk;

    private void openAs(Role role) {
        desk = DeskUnderTest.as(role, List.of(new AccountsPage()), costing.build(), receivers.build(), Fake.sites());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_a_receiver_has_rejected_is_shown_and_sent_once_more() {
        openAs(Role.ACCOUNTANT);
        String page = desk.page("/console/accounts/receivers?receiver=ERP");

        assertTrue(page.contains("no such account"), page);
        assertTrue(page.contains("Send once more"), page);
        assertEquals(
                303,
                desk.send("/console/accounts/receivers", "receiver", "ERP", "entry", "8")
                        .statusCode());
        assertEquals(List.of(8L), resent);
    }

    @Test
    void what_was_never_sent_and_what_is_no_number_is_refused_in_words() {
        openAs(Role.ACCOUNTANT);

        assertTrue(desk.send("/console/accounts/receivers", "receiver", "ERP", "entry", "99")
                .body()
                .contains("never given"));
        assertTrue(desk.send("/console/accounts/receivers", "receiver", "ERP", "entry", "all")
                .body()
                .contains("all"));
        assertEquals(List.of(99L), resent);
    }

    @Test
    void an_auditor_sees_it_and_sends_nothing() {
        openAs(Role.AUDITOR);

        assertFalse(desk.page("/console/accounts/receivers?receiver=ERP").contains("Send once more"));
    }
}
