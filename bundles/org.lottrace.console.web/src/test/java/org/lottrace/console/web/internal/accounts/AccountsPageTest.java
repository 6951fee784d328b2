package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;
import org.lottrace.sheet.testing.Workbooks;

class AccountsPageTest {
    private static final LotKey BREAD = lot(Bakery.COMPANY, Bakery.BREAD, "B-1");
    private static final LotKey FLOUR = lot(Bakery.MILL, Bakery.FLOUR, "=F-1");
    private static final DocumentReference ORDER = new DocumentReference(DocumentType.PURCHASE_ORDER, "PO-7");
    private static final OrderLineReference SOLD =
            new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO-1"), 2);

    private final Fake<LotCosting> costing = Fake.of(LotCosting.class)
            .when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()))
            .when("inventoryValue", ignored -> Optional.of(euro("130.50")))
            .when("costOf", asked -> Optional.of(cost((LotKey) asked.get(0), "10", "20.00", "1", "2.00")))
            .when(
                    "sourcesOf",
                    asked -> List.of(new CostSource(
                            new EventId("made"),
                            new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO-3"),
                            Optional.of(FLOUR),
                            kilos("5"),
                            euro("22.00"),
                            List.of(new CostSource(
                                    new EventId("came"),
                                    ORDER,
                                    Optional.empty(),
                                    kilos("50"),
                                    euro("220.00"),
                                    List.of())))));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_value_of_each_lot_opens_to_its_receipts_and_the_page_adds_up() {
        costing.when(
                "inventory",
                asked -> List.of(cost(BREAD, "10", "100.25", "0", "0.00"), cost(FLOUR, "3", "20.25", "2", "10.00")));
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts");

        assertTrue(page.contains("€130.50"), "the value of everything");
        assertTrue(page.contains("href=\"/console/accounts/lot?key=BAKERY%2FBREAD%2FB-1\">€100.25</a>"), page);
        assertTrue(page.contains("€120.50"), "the sum of what is in stock");
        assertTrue(page.contains("Complete: 12 events booked"));
    }

    @Test
    void what_does_not_fit_on_a_page_is_on_the_next_one() {
        List<LotKey> all = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> lot(Bakery.COMPANY, Bakery.BREAD, "B-" + i))
                .toList();
        costing.when("inventory", asked -> {
            int from = ((Optional<?>) asked.get(0))
                    .map(last -> all.indexOf(last) + 1)
                    .orElse(0);
            return all.subList(from, Math.min(all.size(), from + (int) asked.get(1))).stream()
                    .map(lot -> cost(lot, "1", "1.00", "0", "0.00"))
                    .toList();
        });
        open(Role.ACCOUNTANT);

        assertTrue(desk.page("/console/accounts").contains("/console/accounts?after=BAKERY%2FBREAD%2FB-50\""));
        String last = desk.page("/console/accounts?after=BAKERY%2FBREAD%2FB-100");
        assertTrue(last.contains("BREAD/B-101") && last.contains("BREAD/B-120"));
        assertFalse(last.contains("Next page"), "nothing is after the last page");
        assertEquals(121, desk.page("/console/accounts/inventory.csv").lines().count());
    }

    @Test
    void a_file_for_a_spreadsheet_computes_nothing_of_what_others_named() {
        costing.when("inventory", asked -> List.of(cost(FLOUR, "3", "20.25", "0", "0.00")));
        open(Role.AUDITOR);

        String file = desk.page("/console/accounts/inventory.csv");

        assertTrue(file.contains("MILL,FLOUR,'=F-1,KGM,3,20.25,0,0.00,20.25,EUR,\r\n"), file);
    }

    @Test
    void a_workbook_has_numbers_as_numbers_and_what_others_named_as_text() {
        costing.when("inventory", asked -> List.of(cost(FLOUR, "3", "20.25", "0.125", "0.00")));
        open(Role.AUDITOR);

        assertTrue(desk.page("/console/accounts").contains("href=\"/console/accounts/inventory.xlsx\" download"));
        HttpResponse<byte[]> answer = desk.file("/console/accounts/inventory.xlsx");

        assertEquals(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                List.of(
                        "STRING MILL",
                        "STRING FLOUR",
                        "STRING =F-1",
                        "STRING KGM",
                        "NUMERIC 3",
                        "NUMERIC 20.25",
                        "NUMERIC 0.125",
                        "NUMERIC 0.00",
                        "NUMERIC 20.25",
                        "STRING EUR",
                        ""),
                Workbooks.typed(answer.body()).get(1));
    }

    @Test
    void a_lot_opens_down_to_the_purchase_order() {
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/lot?key=BAKERY%2FBREAD%2FB-1");

        assertTrue(page.contains("Purchase order PO-7"));
        assertTrue(
                page.contains("href=\"/console/accounts/journal?type=PURCHASE_ORDER&amp;number=PO-7\">€220.00</a>"),
                page);
        assertTrue(page.contains("Lot actual"), "by which method it is valued");
        assertTrue(page.contains("in2"), "the receipt stands below the ingredient");
    }

    @Test
    void the_cost_of_a_shipment_is_shown_by_order_line_and_a_lot_opens_in_its_place() {
        costing.when("cogs", asked -> Optional.of(asked.get(0))
                .filter("S-1"::equals)
                .map(number -> new ShipmentCogs(
                        new DocumentReference(DocumentType.SHIPMENT, "S-1"),
                        List.of(
                                new CogsLine(SOLD, BREAD, pieces("4"), euro("8.00")),
                                new CogsLine(
                                        SOLD, lot(Bakery.COMPANY, Bakery.BREAD, "B-2"), pieces("1"), euro("3.00"))),
                        euro("11.00"))));
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts?shipment=S-1");
        assertTrue(page.contains("Order SO-1, line 2") && page.contains("€11.00"), page);
        assertFalse(page.contains("PO-7"), "nothing is opened yet");
        assertTrue(desk.page("/console/accounts/cogs?shipment=S-1&open=BAKERY%2FBREAD%2FB-1")
                .contains("PO-7"));
        assertTrue(desk.page("/console/accounts/cogs.csv?shipment=S-1")
                .contains("S-1,SO-1,2,BAKERY,BREAD,B-1,4,C62,8.00,EUR"));
        HttpResponse<String> unknown = desk.get("/console/accounts/cogs?shipment=%3Cb%3E");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("There is no shipment &lt;b&gt;."), unknown.body());
    }

    @Test
    void the_journal_is_read_by_accounting_dates_page_by_page_and_its_sums_balance() {
        List<List<Object>> questions = new ArrayList<>();
        costing.when("journal/4", asked -> {
            questions.add(asked);
            return IntStream.rangeClosed(1, 26)
                    .mapToObj(AccountsPageTest::entry)
                    .toList();
        });
        open(Role.CONTROLLER);

        String page = desk.page("/console/accounts/journal");

        assertEquals(List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), 0L, 26), questions.get(0));
        assertTrue(page.contains("from=2026-03-01&amp;to=2026-03-02&amp;day=2026-03-02&amp;after=25\""), page);
        assertTrue(page.contains("for the entries on this page"));
        assertTrue(page.contains("€250.00"), "25 entries of 10.00 on each side");
        desk.page("/console/accounts/journal?from=2026-03-01&to=2026-03-02&day=2026-03-02&after=25");
        assertEquals(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), 25L, 26), questions.get(1));
    }

    @Test
    void the_journal_is_a_file_for_programs_of_accountants() {
        costing.when("journal/4", asked -> List.of(entry(1)));
        Fake<JournalFiles> files = Fake.of(JournalFiles.class).when("write", asked -> {
            if (asked.get(0) == JournalFileFormat.BEANCOUNT) {
                throw new CostingStoppedException(new EventId("E-9"), 9, "no price; correct the order");
            }
            if (asked.get(0) == JournalFileFormat.SAF_T) {
                throw new NotPossibleException(
                        new Violation(JournalFiles.SAF_T_NOT_SET_UP, ViolationPath.WHOLE, "company.name is empty"));
            }
            writing((OutputStream) asked.get(2), asked.get(0) + " " + asked.get(1));
            boolean more = asked.get(1).toString().contains("from=2025");
            return new JournalFile(JournalFileFormat.HLEDGER, 1, 1, 1, Optional.of(Bakery.TODAY), 0, 0, more);
        });
        costing.when("progress", ignored -> new CostingProgress(8, 12, Optional.of("no price; correct the order")));
        desk = DeskUnderTest.as(
                Role.ACCOUNTANT, List.of(new AccountsPage()), costing.build(), files.build(), Fake.sites());

        String days = "?from=2026-03-01&to=2026-03-02";
        String page = desk.page("/console/accounts/journal" + days);
        assertTrue(page.contains("/console/accounts/journal.hledger?from=2026-03-01&amp;to=2026-03-02\""), page);
        assertEquals(
                "HLEDGER Days[from=2026-03-01, to=2026-03-02, after=0]",
                desk.page("/console/accounts/journal.hledger" + days));
        assertEquals(503, desk.get("/console/accounts/journal.beancount" + days).statusCode());
        HttpResponse<String> notSetUp = desk.get("/console/accounts/journal.saft" + days);
        assertEquals(422, notSetUp.statusCode());
        assertTrue(notSetUp.body().contains("company.name is empty"), notSetUp.body());
        assertEquals(400, desk.get("/console/accounts/journal.hledger").statusCode());
        assertEquals(
                422,
                desk.get("/console/accounts/journal.hledger?from=2025-01-01&to=2026-03-02")
                        .statusCode(),
                "a part is no file");
        assertEquals(
                400,
                desk.get("/console/accounts/sales?from=2025-01-01&to=2026-03-02")
                        .statusCode());
    }

    private static void writing(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_sums_of_all_pages_are_added_up_when_they_are_asked_for() {
        costing.when("journal/4", asked -> {
            int from = Math.toIntExact((long) asked.get(2));
            return IntStream.rangeClosed(from + 1, Math.min(1200, from + (int) asked.get(3)))
                    .mapToObj(AccountsPageTest::entry)
                    .toList();
        });
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/journal?from=2026-03-02&to=2026-03-02&sums=all");

        assertTrue(page.contains("€12,000.00"), "1,200 entries of 10.00");
        assertFalse(page.contains("for the entries on this page"));
    }

    @Test
    void more_than_can_be_added_up_while_somebody_waits_is_not() {
        costing.when("journal/4", asked -> {
            int from = Math.toIntExact((long) asked.get(2));
            return IntStream.rangeClosed(from + 1, from + (int) asked.get(3))
                    .mapToObj(AccountsPageTest::entry)
                    .toList();
        });
        open(Role.ACCOUNTANT);

        assertTrue(desk.page("/console/accounts/journal?sums=all").contains("more than 50,000 entries"));
    }

    @Test
    void dates_that_make_no_sense_are_said_to_be_wrong_and_stay_as_entered() {
        open(Role.ACCOUNTANT);

        HttpResponse<String> answer = desk.get("/console/accounts/journal?from=2026-03-05&to=2026-03-01");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("The first date is later than the last."));
        assertTrue(answer.body().contains("value=\"2026-03-05\""));
    }

    @Test
    void the_journal_of_a_document_is_all_of_it() {
        costing.when("journal/1", asked -> asked.equals(List.of(ORDER)) ? List.of(entry(1), entry(2)) : List.of());
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/journal?type=PURCHASE_ORDER&number=PO-7");

        assertTrue(page.contains("€20.00"), "both entries together");
        assertEquals(
                5,
                desk.page("/console/accounts/journal.csv?type=PURCHASE_ORDER&number=PO-7")
                        .lines()
                        .count());
    }

    @Test
    void books_that_have_stopped_say_why_instead_of_showing_half() {
        costing.when("inventory", asked -> {
                    throw new CostingStoppedException(new EventId("E-9"), 9, "no price; correct the order");
                })
                .when("progress", ignored -> new CostingProgress(8, 12, Optional.of("no price; correct the order")));
        open(Role.ACCOUNTANT);

        HttpResponse<String> answer = desk.get("/console/accounts");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("not booked yet is event E-9"));
        assertTrue(answer.body().contains("8 of 12 events booked"));
        assertEquals(503, desk.get("/console/accounts/inventory.csv").statusCode());
    }

    @Test
    void what_is_not_booked_yet_is_said_with_its_reason_page_by_page() {
        List<WaitingCost> waiting = IntStream.rangeClosed(1, 51)
                .mapToObj(number -> new WaitingCost(
                        number,
                        new EventId("E-" + number),
                        Optional.of(ORDER),
                        Bakery.TODAY,
                        "no price; correct the order",
                        Optional.of(number - 1L).filter(behind -> behind > 0),
                        Bakery.NOW))
                .toList();
        costing.when(
                        "progress",
                        ignored -> new CostingProgress(
                                99, 99, Optional.of("no price; correct the order"), 51, Optional.of(Bakery.TODAY)))
                .when(
                        "waiting",
                        asked -> (long) asked.get(0) == 0
                                ? waiting.subList(0, Math.min(51, (int) asked.get(1)))
                                : waiting.subList(50, 51));
        open(Role.ACCOUNTANT);

        String page = desk.page("/console/accounts/waiting");
        assertTrue(page.contains("Not booked yet: 51"), page);
        assertTrue(page.contains("E-50") && !page.contains("E-51"), page);
        assertTrue(page.contains("Waits for the event at position 49."), page);
        assertTrue(page.contains("/console/accounts/waiting?after=50"), page);
        assertFalse(page.contains("Behind"), page);
        assertTrue(desk.page("/console/accounts/waiting?after=50").contains("E-51"));
        assertEquals(
                52, desk.page("/console/accounts/waiting.csv").strip().lines().count());
    }

    @Test
    void whoever_may_not_see_costs_does_not() {
        open(Role.RECEIVER);

        assertEquals(403, desk.get("/console/accounts").statusCode());
        assertEquals(
                403,
                desk.get("/console/accounts/journal.csv?from=2026-03-01&to=2026-03-02")
                        .statusCode());
    }

    private void open(Role role) {
        Fake<CostHistory> history = Fake.of(CostHistory.class).when("methods", asked -> List.of());
        desk = DeskUnderTest.as(role, List.of(new AccountsPage()), costing.build(), history.build(), Fake.sites());
    }

    private static JournalEntry entry(int number) {
        return new JournalEntry(
                number,
                new EventId("E-" + number),
                number,
                EventType.RECEIVE,
                Bakery.TODAY,
                ORDER,
                List.of(
                        new JournalLine(
                                Account.INVENTORY,
                                Optional.of(FLOUR),
                                Optional.of(kilos("5")),
                                Optional.of(new OrderLineReference(ORDER, 1)),
                                euro("10.00")),
                        new JournalLine(
                                Account.GOODS_RECEIVED_NOT_INVOICED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                euro("-10.00"))));
    }

    private static LotCost cost(LotKey lot, String onStock, String value, String inProcess, String itsValue) {
        return new LotCost(
                lot,
                new CostedQuantity(kilos(onStock), euro(value)),
                new CostedQuantity(kilos(inProcess), euro(itsValue)));
    }

    private static LotKey lot(PartyId issuer, ItemNumber item, String number) {
        return new LotKey(issuer, item, new LotNumber(number));
    }

    private static Money euro(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static Quantity kilos(String amount) {
        return new Quantity(new BigDecimal(amount), new UnitOfMeasure("KGM"));
    }

    private static Quantity pieces(String amount) {
        return new Quantity(new BigDecimal(amount), new UnitOfMeasure("C62"));
    }
}
