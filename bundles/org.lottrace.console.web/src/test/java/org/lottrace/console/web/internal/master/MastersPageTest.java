package org.lottrace.console.web.internal.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.MasterUseKind;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class MastersPageTest {
    private static final MasterReference SHELF_1 = MasterReference.of(BERLIN, SHELF);
    private static final String ONE = "/console/masters/one?kind=LOCATION&key=BER/A-01";

    private final List<List<Object>> asked = new ArrayList<>();
    private Optional<MasterStep> closing = Optional.empty();
    private final Fake<Masters> masters = Fake.of(Masters.class)
            .when("closing", given -> closing)
            .when("uses", given -> List.of(new MasterUse(MasterUseKind.STOCK, List.of("FLOUR/L1"), true)))
            .when("steps", given -> closing.stream().toList())
            .when("closed", given -> LongStream.rangeClosed(1, 51)
                    .mapToObj(number -> step(number, MasterReference.of(FLOUR)))
                    .toList());
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_closed_is_listed_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/masters?kind=ITEM");

        assertTrue(page.contains("not any more"), page);
        assertTrue(page.contains("/console/masters/one?kind=ITEM&amp;key=FLOUR"), page);
        assertTrue(page.contains("/console/masters?kind=ITEM&amp;after=50"), page);
    }

    @Test
    void what_is_open_with_it_is_shown_before_it_is_closed_and_has_to_be_confirmed() {
        masters.when("close", given -> {
            asked.add(given);
            return new Outcome.Done<>(step(1, SHELF_1));
        });
        open(Role.MASTER_DATA);

        String page = desk.page(ONE);
        assertTrue(page.contains("FLOUR/L1 …"), page);
        assertTrue(page.contains("name=\"confirmed\""), page);
        HttpResponse<String> sent = desk.send(
                "/console/masters/one?kind=LOCATION&key=BER/A-01",
                "action",
                "CLOSE",
                "reason",
                "rebuilt",
                "confirmed",
                "yes");

        assertEquals(303, sent.statusCode(), sent.body());
        assertEquals(new MasterClosing(SHELF_1, "rebuilt", true), asked.get(0).get(1));
    }

    @Test
    void a_refusal_stands_on_the_page_with_what_was_entered() {
        masters.when(
                "delete",
                given -> new Outcome.Refused<MasterStep>(List.of(
                        new Violation(Masters.MASTER_USED, "master", "location BER/A-01 has event: stock; it stays"))));
        open(Role.MASTER_DATA);

        HttpResponse<String> refused = desk.send(
                "/console/masters/one?kind=LOCATION&key=BER/A-01", "action", "DELETE", "reason", "typed wrong");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("has event: stock"), refused.body());
        assertTrue(refused.body().contains("typed wrong"), refused.body());
    }

    @Test
    void what_is_closed_says_so_and_is_opened_again() {
        closing = Optional.of(step(7, SHELF_1));
        masters.when("reopen", given -> {
            asked.add(given);
            return new Outcome.Done<>(step(8, SHELF_1));
        });
        open(Role.MASTER_DATA);

        assertTrue(desk.page(ONE).contains("badge bad"));
        assertEquals(303, desk.send(ONE, "action", "REOPEN", "reason", "needed").statusCode());
        assertEquals(new MasterChange(SHELF_1, "needed"), asked.get(0).get(1));
    }

    @Test
    void who_may_not_change_master_data_sees_no_form_and_what_cannot_be_is_not_found() {
        open(Role.AUDITOR);

        assertFalse(desk.page(ONE).contains("<form class=\"fields\""));
        assertEquals(404, desk.get("/console/masters/one?kind=LOCATION&key=BER").statusCode());
        assertEquals(404, desk.get("/console/masters/one?kind=THING&key=BER").statusCode());
        assertEquals(404, desk.get("/console/masters/other").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new MastersPage()), masters.build(), Fake.sites());
    }

    private static MasterStep step(long number, MasterReference master) {
        return new MasterStep(number, master, MasterAction.CLOSE, "not any more", "anna", NOW);
    }
}
