package org.lottrace.console.web.internal.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;
import org.lottrace.console.web.internal.work.WorkPage;

/** Two cartons of flour in Berlin. */
class UnitPageIT {
    private static final Sscc ONE = pallet(1);
    private static final Sscc TWO = pallet(2);
    private static final Sscc PALLET = pallet(9);

    private TestCompany company;
    private ConsoleUnderTest console;

    @BeforeEach
    void open() {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        company = bakery.company();
        for (Sscc carton : List.of(ONE, TWO)) {
            recorded(bakery.capture()
                    .transfer(
                            EventType.PACK,
                            new Transfer(
                                    aContext("pack-" + carton).requested().request(),
                                    BERLIN,
                                    SHELF,
                                    Optional.of(carton),
                                    List.of(on(SHELF, FLOUR_1, "10 KGM")))));
        }
        console = ConsoleUnderTest.with(
                List.of(new WorkPage(), new UnitPage()),
                company.service(ItemCatalog.class),
                company.service(Identification.class),
                company.service(LotMaster.class),
                company.service(SiteDirectory.class),
                company.service(MovementCapture.class),
                company.service(LogisticUnits.class),
                company.service(Ledger.class),
                company.service(Genealogy.class),
                (SsccNumbers) count -> count == 2
                        ? new Outcome.Done<>(List.of(pallet(11), pallet(12)))
                        : new Outcome.Refused<>(
                                List.of(new Violation(SsccNumbers.COUNT_WRONG, "count", "1 to 100, not " + count))));
        console.loggedInAs(Role.OPERATOR);
    }

    @AfterEach
    void close() {
        console.close();
        company.close();
    }

    @Test
    void what_cannot_be_done_with_a_unit_now_says_why() {
        String page = console.get("/unit?sscc=" + ONE).body();

        assertTrue(page.contains("<p>It is in no larger unit.</p>"), page);
        assertTrue(page.contains("/console/work/unpack?unpacked=" + ONE), page);
    }

    @Test
    void numbers_for_new_units_are_given_and_what_is_wrong_is_said() {
        HttpResponse<String> given = console.post("/unit", "token", console.token(), "count", "2");
        assertEquals(200, given.statusCode(), given.body());
        assertTrue(
                given.body().contains(pallet(11).value())
                        && given.body().contains(pallet(12).value()),
                given.body());

        HttpResponse<String> refused = console.post("/unit", "token", console.token(), "count", "many");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains(SsccNumbers.COUNT_WRONG), refused.body());
        console.openAnotherBrowser();
        console.loggedInAs(Role.AUDITOR);
        assertEquals(
                403,
                console.post("/unit", "token", console.token(), "count", "2").statusCode());
    }

    @Test
    void a_pallet_is_built_moved_and_taken_apart_by_hand_and_its_page_shows_it() {
        taken("nest", "e1", "nested", ONE + "\r\n(00)" + TWO, "container", PALLET.value());
        taken("move-units", "e2", "nested", PALLET.value(), "toSite", "BER", "location", "GATE");

        String pallet = console.get("/unit?sscc=" + PALLET).body();
        assertTrue(pallet.contains(ONE.value()) && pallet.contains(TWO.value()), pallet);
        assertTrue(pallet.contains("BER/GATE"), pallet);
        String carton = console.get("/unit?sscc=" + ONE).body();
        assertTrue(carton.contains("/unit?sscc=" + PALLET), carton);
        assertTrue(carton.contains("event?id=e2"), carton);

        taken("take-out", "e3", "nested", ONE.value());
        taken("unpack", "e4", "unpacked", TWO.value());
        assertFalse(console.get("/unit?sscc=" + ONE).body().contains("/unit?sscc=" + PALLET));
    }

    @Test
    void the_chain_of_custody_of_a_unit_goes_from_the_supplier_to_where_it_is_and_is_told_of_the_past_too() {
        String page = console.get("/unit?sscc=" + ONE).body();
        assertTrue(page.contains("/unit/custody?sscc=" + ONE), page);

        String chain = console.get("/unit/custody?sscc=" + ONE).body();
        assertTrue(chain.contains("FLOUR/" + FLOUR_1.number()), chain);
        assertTrue(chain.contains("from MILL to BER/A-01"), chain);
        assertTrue(chain.contains("event?id=pack-" + ONE), chain);
        assertFalse(chain.contains("event?id=pack-" + TWO), "the other carton is not its own");
        String before = console.get("/unit/custody?at=2020-01-01&sscc=" + ONE).body();
        assertTrue(before.contains("No lot is known to be in it"), before);
        assertEquals(200, console.get("/unit/custody?sscc=" + pallet(7)).statusCode());
        assertEquals(400, console.get("/unit/custody?at=never&sscc=" + ONE).statusCode());
        assertEquals(404, console.get("/unit/other?sscc=" + ONE).statusCode());
    }

    @Test
    void a_number_that_is_no_unit_is_said_to_be_none() {
        assertEquals(404, console.get("/unit?sscc=" + pallet(7)).statusCode());
        assertEquals(422, console.get("/unit?sscc=123").statusCode());
        assertEquals(200, console.get("/unit").statusCode());
    }

    @Test
    void what_is_wrong_is_said_at_the_form() {
        HttpResponse<String> answer = sent("nest", "e1", "nested", "12", "container", PALLET.value());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("aria-invalid=\"true\""), answer.body());
        assertTrue(sent("take-out", "e1", "nested", ONE.value()).body().contains("UNIT_NOT_NESTED"));
    }

    private void taken(String task, String event, String... fields) {
        HttpResponse<String> answer = sent(task, event, fields);
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> sent(String task, String event, String... fields) {
        List<String> all = new ArrayList<>(
                List.of("token", console.token(), "event", event, "site", "BER", "at", "2026-03-02T09:00"));
        all.addAll(List.of(fields));
        return console.post("/work/" + task, all.toArray(String[]::new));
    }
}
