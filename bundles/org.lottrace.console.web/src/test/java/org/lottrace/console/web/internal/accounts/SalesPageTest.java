package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;
import org.lottrace.sheet.testing.Workbooks;

class SalesPageTest {
    private static final UninvoicedReceipt RECEIPT = new UninvoicedReceipt(
            Optional.of(Bakery.MILL),
            Optional.of(new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO-7"), 3)),
            Money.parse("EUR 20.00"),
            LocalDate.of(2026, 1, 10),
            45,
            List.of());

    private int suppliers = 1;

    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<CostHistory> history = Fake.of(CostHistory.class)
            .when(
                    "uninvoicedBySupplier",
                    asked -> Collections.nCopies(
                            Math.max(0, Math.min((int) asked.get(2), suppliers - (int) asked.get(1))),
                            UninvoicedAge.of(RECEIPT)))
            .when(
                    "uninvoiced",
                    asked -> (int) asked.get(1) == 0
                            ? Collections.nCopies((int) asked.get(2), RECEIPT)
                            : List.of(RECEIPT));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_not_invoiced_is_shown_by_age_a_page_at_a_time_and_as_a_file() {
        open();

        String page = desk.page("/console/accounts/uninvoiced?day=2026-02-24");

        assertTrue(page.contains("31 to 60"));
        assertTrue(page.contains("€20.00"));
        assertTrue(page.contains("day=2026-02-24&amp;after=50\""), page);
        String csv = desk.page("/console/accounts/uninvoiced.csv?day=2026-02-24");
        assertEquals(1 + 500 + 1, csv.lines().count());
        assertTrue(
                csv.contains("MILL,PO-7,3,2026-01-10,45,20.00,EUR,"),
                csv.lines().skip(1).findFirst().orElse(""));
        List<List<String>> rows = Workbooks.typed(
                desk.file("/console/accounts/uninvoiced.xlsx?day=2026-02-24").body());
        assertEquals(1 + 500 + 1, rows.size());
        assertEquals(
                List.of("STRING PO-7", "NUMERIC 3", "NUMERIC 2026-01-10", "NUMERIC 45", "NUMERIC 20.00"),
                rows.get(1).subList(1, 6));
    }

    @Test
    void many_suppliers_are_shown_a_page_at_a_time_and_a_page_of_some_has_no_total() {
        open();
        assertTrue(desk.page("/console/accounts/uninvoiced?day=2026-02-24").contains("<tr class=\"sum\">"));

        suppliers = 60;
        String first = desk.page("/console/accounts/uninvoiced?day=2026-02-24");
        String last = desk.page("/console/accounts/uninvoiced?day=2026-02-24&suppliers-after=50");

        assertTrue(first.contains("day=2026-02-24&amp;suppliers-after=50\""), first);
        assertFalse(first.contains("<tr class=\"sum\">"), first);
        assertFalse(last.contains("suppliers-after=100"), last);
        assertFalse(last.contains("<tr class=\"sum\">"), last);
    }

    @Test
    void what_was_sold_is_tied_to_the_account_and_says_when_it_is_not() {
        CogsFigure figure = new CogsFigure(
                Optional.empty(),
                Optional.empty(),
                Optional.of("S-1"),
                Optional.empty(),
                Optional.empty(),
                Money.parse("EUR 8.00"),
                Money.parse("EUR -2.00"),
                Money.parse("EUR 0.00"));
        history.when("cogs", asked -> new CogsFigures(figure, Money.parse("EUR 6.00"), List.of(figure)));
        open();

        String page = desk.page("/console/accounts/sales?by=SHIPMENT");
        assertTrue(page.contains("href=\"/console/accounts/cogs?shipment=S-1\">S-1</a>"), page);
        assertTrue(page.contains("That is what the account has for these days: €6.00."), page);
        assertTrue(desk.page("/console/accounts/sales.csv?by=SHIPMENT").contains("S-1,8.00,-2.00,0.00,6.00,EUR"));
        assertEquals(
                List.of(
                        "STRING S-1",
                        "NUMERIC 8.00",
                        "NUMERIC -2.00",
                        "NUMERIC 0.00",
                        "NUMERIC 6.00",
                        "STRING EUR",
                        ""),
                Workbooks.typed(desk.file("/console/accounts/sales.xlsx?by=SHIPMENT")
                                .body())
                        .get(1));

        history.when("cogs", asked -> new CogsFigures(figure, Money.parse("EUR 7.00"), List.of()));
        assertFalse(desk.page("/console/accounts/sales?by=LOT").contains("That is what the account has"));
    }

    @Test
    void a_customer_opens_into_his_shipments_and_the_part_is_named() {
        CogsFigure figure = new CogsFigure(
                Optional.of(Bakery.MARKET),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.parse("EUR 8.00"),
                Money.parse("EUR 0.00"),
                Money.parse("EUR 0.00"));
        history.when("cogs", asked -> new CogsFigures(figure, Money.parse("EUR 9.00"), List.of(figure)));
        open();

        assertTrue(desk.page("/console/accounts/sales?from=2026-02-01&to=2026-02-28")
                .contains("href=\"/console/accounts/sales?from=2026-02-01&amp;to=2026-02-28&amp;by=SHIPMENT&amp;after=0"
                        + "&amp;customer=MARKET\">MARKET</a>"));
        String part = desk.page("/console/accounts/sales?by=SHIPMENT&customer=MARKET&line=SALES_ORDER:SO1:2");
        assertTrue(part.contains("Only MARKET, SO1 / 2: this is a part of the account."), part);
        assertFalse(part.contains("The account has something else"));
    }

    private void open() {
        desk = DeskUnderTest.as(
                Role.ACCOUNTANT, List.of(new AccountsPage()), costing.build(), history.build(), Fake.sites());
    }
}
