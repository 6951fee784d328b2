package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class ConsignmentPageTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-27");
    private static final PartyId MILL = new PartyId("MILL");
    private static final LotKey LOT = LotKey.parse("MILL/FLOUR/L1");
    private static final Optional<OrderLineReference> LINE =
            Optional.of(new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1));

    private final List<ConsignmentTakeOver> sent = new ArrayList<>();
    private final List<List<Object>> asked = new ArrayList<>();
    private Outcome<Object> outcome = new Outcome.Done<>("recorded");
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_was_used_and_what_lies_here_are_listed_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/accounts/consignment?from=2026-02-01&to=2026-02-28&supplier=MILL");

        assertTrue(page.contains("SH1"), page);
        assertTrue(page.contains("450.00"), page);
        assertTrue(page.contains("used-after=50\""), page);
        assertTrue(page.contains("here-after=50\""), page);
        assertFalse(page.contains("/console/accounts/consignment/edit"), "an auditor records nothing");
        assertEquals(
                List.of(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"), Optional.of(MILL)),
                asked.get(0).subList(0, 3));
    }

    @Test
    void both_lists_come_as_files_to_their_end() {
        open(Role.AUDITOR);

        String used = desk.page("/console/accounts/consignment/used.csv?from=2026-02-01&to=2026-02-28");
        String here = desk.page("/console/accounts/consignment/here.csv");

        assertEquals(61, used.lines().count(), used);
        assertTrue(used.contains("SHIPMENT SH1"), used);
        assertEquals(61, here.lines().count(), here);
        assertTrue(here.contains("MILL/FLOUR/L1"), here);
    }

    @Test
    void an_accountant_takes_several_lots_over() {
        open(Role.ACCOUNTANT);
        assertTrue(desk.page("/console/accounts/consignment/edit").contains("name=\"number\""));

        HttpResponse<String> answer = send("MILL/FLOUR/L1 100 KGM\n\nMILL/FLOUR/L2 4 BG\n");

        assertEquals(303, answer.statusCode());
        assertEquals("T-1", sent.get(0).number());
        assertEquals(new EventId("e-1"), sent.get(0).context().id());
        assertEquals(
                List.of(
                        new ConsignmentTakeOver.Line(LOT, Quantity.of("100", "KGM")),
                        new ConsignmentTakeOver.Line(LotKey.parse("MILL/FLOUR/L2"), Quantity.of("4", "BG"))),
                sent.get(0).lines());
    }

    @Test
    void what_is_no_lot_with_a_quantity_stands_at_its_field_and_what_was_entered_stays() {
        open(Role.ACCOUNTANT);

        HttpResponse<String> answer = send("MILL/FLOUR/L1");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"lots-wrong\""), answer.body());
        assertTrue(answer.body().contains("MILL/FLOUR/L1</textarea>"), answer.body());
        assertEquals(List.of(), sent);
    }

    @Test
    void what_is_refused_is_told() {
        open(Role.ACCOUNTANT);
        outcome = new Outcome.Refused<>(List.of(new Violation(
                "NOT_ON_CONSIGNMENT", ViolationPath.of("lines", 1).then("quantity"), "only 3 KGM lie here")));

        HttpResponse<String> answer = send("MILL/FLOUR/L1 100 KGM");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("only 3 KGM lie here"), answer.body());
    }

    private HttpResponse<String> send(String lots) {
        return desk.send(
                "/console/accounts/consignment/edit", "id", "e-1", "number", "T-1", "site", "BER", "lots", lots);
    }

    private void open(Role role) {
        Fake<LotCosting> costing =
                Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
        Fake<Consignments> consignments = Fake.of(Consignments.class)
                .when("used", given -> {
                    asked.add(given);
                    return page(
                            new ConsignmentUse(
                                    7,
                                    DAY,
                                    new EventId("ship"),
                                    EventType.SHIP,
                                    new DocumentReference(DocumentType.SHIPMENT, "SH1"),
                                    Optional.of(MILL),
                                    LINE,
                                    LOT,
                                    Quantity.of("100", "KGM"),
                                    Money.parse("EUR 50.00")),
                            (int) given.get(3),
                            (int) given.get(4));
                })
                .when(
                        "here",
                        given -> page(
                                new ConsignedGoods(
                                        Optional.of(MILL),
                                        LOT,
                                        LINE,
                                        Quantity.of("900", "KGM"),
                                        Money.parse("EUR 450.00"),
                                        DAY),
                                (int) given.get(1),
                                (int) given.get(2)));
        Fake<CostEntries> entries = Fake.of(CostEntries.class).when("takeOver", given -> {
            sent.add((ConsignmentTakeOver) given.get(0));
            return outcome;
        });
        desk = DeskUnderTest.as(
                role,
                List.of(new AccountsPage()),
                costing.build(),
                consignments.build(),
                entries.build(),
                Fake.sites());
    }

    /** There are 60 of them. */
    private static <T> List<T> page(T row, int skip, int limit) {
        return IntStream.range(0, 60).mapToObj(i -> row).skip(skip).limit(limit).toList();
    }
}
