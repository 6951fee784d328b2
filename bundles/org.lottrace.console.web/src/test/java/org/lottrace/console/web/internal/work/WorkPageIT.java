package org.lottrace.console.web.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quality.Holds;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;

/** On the real services of a bakery that has two lots of flour. */
class WorkPageIT {
    private TestCompany company;
    private ConsoleUnderTest console;

    @BeforeEach
    void open() {
        company = new WorkingBakery().withFlour().company();
        console = ConsoleUnderTest.with(
                List.of(new WorkPage()),
                company.service(ItemCatalog.class),
                company.service(Identification.class),
                company.service(LotMaster.class),
                company.service(SiteDirectory.class),
                company.service(ExpectedReceipts.class),
                company.service(MovementCapture.class),
                company.service(Holds.class),
                company.service(Ledger.class));
        console.loggedInAs(Role.OPERATOR);
    }

    @AfterEach
    void close() {
        console.close();
        company.close();
    }

    @Test
    void a_form_that_is_sent_twice_is_recorded_once() {
        long before = company.service(Ledger.class).head();

        HttpResponse<String> first = move("event-1", 1);
        HttpResponse<String> second = move("event-1", 1);

        assertEquals(303, first.statusCode(), first.body());
        assertEquals(303, second.statusCode(), second.body());
        assertEquals(first.headers().firstValue("Location"), second.headers().firstValue("Location"));
        assertEquals(before + 1, company.service(Ledger.class).head());
        assertTrue(company.service(Ledger.class).find(new EventId("event-1")).isPresent());
    }

    @Test
    void the_same_event_with_other_goods_is_refused_and_the_form_says_so() {
        move("event-1", 1);

        HttpResponse<String> other = move("event-1", 2);

        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("EVENT_ID_REUSED"), other.body());
    }

    @Test
    void a_form_of_fifty_rows_asks_for_its_lots_and_items_once() {
        move("event-1", 1);
        long ofOne = console.statements();
        assertEquals(303, move("event-50", 50).statusCode());

        assertTrue(console.statements() <= ofOne + 5, console.statements() + " instead of " + ofOne);
    }

    /** Without a unit, so that the one of the item is looked up. */
    private HttpResponse<String> move(String event, int rows) {
        List<String> fields =
                new ArrayList<>(List.of("token", console.token(), "event", event, "site", "BER", "location", "DOCK"));
        fields.addAll(List.of("rows", "50", "at", "2026-03-02T09:00"));
        for (int row = 0; row < rows; row++) {
            fields.addAll(List.of("lot" + row, row % 2 == 0 ? "FLOUR/L1" : "FLOUR/L2", "amount" + row, "1"));
            fields.addAll(List.of("location" + row, "A-01"));
        }
        return console.post("/work/move", fields.toArray(String[]::new));
    }
}
