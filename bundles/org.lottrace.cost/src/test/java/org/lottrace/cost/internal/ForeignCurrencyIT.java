package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.orderLine;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;

/** Goods that are bought in dollars, by books in euros. */
class ForeignCurrencyIT {
    private static final LotKey LOT = aLot("L1").key();

    private final BakeryBooks books = new BakeryBooks().ordered("P1", FLOUR, "200 KGM", "2.00");

    @Test
    void a_receipt_is_booked_at_the_price_of_the_order_and_the_rate_in_its_record() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));

        assertEquals(Map.of("INVENTORY", "184.00", "GOODS_RECEIVED_NOT_INVOICED", "-184.00"), balances());
    }

    @Test
    void an_invoice_at_the_agreed_price_leaves_the_exchange_difference_alone() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));

        assertEquals(
                Map.of("INVENTORY", "184.00", "ACCOUNTS_PAYABLE", "-190.00", "EXCHANGE_DIFFERENCE", "6.00"),
                balances());
    }

    /** 210 dollars for 200: ten dollars at 0.92 are the price, 210 dollars at three cents are the currency. */
    @Test
    void a_difference_in_price_is_worth_the_rate_of_the_receipt_and_the_rest_is_the_currency() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"), shipped("S1", "SO1", goods(LOT, "40 KGM")));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 210.00"));

        assertEquals(
                Map.of(
                        "INVENTORY", "115.92", // 60 of 100 of 184.00 and of 9.20
                        "COST_OF_GOODS_SOLD", "73.60",
                        "PURCHASE_PRICE_VARIANCE", "3.68",
                        "EXCHANGE_DIFFERENCE", "6.30",
                        "ACCOUNTS_PAYABLE", "-199.50"),
                balances());
    }

    /** The invoice first, and all is as if it had come last. */
    @Test
    void goods_that_were_invoiced_before_they_came_have_the_same_differences_of_price_and_currency() {
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 210.00"));
        assertEquals(Map.of("GOODS_RECEIVED_NOT_INVOICED", "199.50", "ACCOUNTS_PAYABLE", "-199.50"), balances());

        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));

        assertEquals(
                Map.of("INVENTORY", "193.20", "EXCHANGE_DIFFERENCE", "6.30", "ACCOUNTS_PAYABLE", "-199.50"),
                balances());
        assertEquals(List.of(), books.history().uninvoiced(TODAY, 0, 10));
        assertEquals(List.of(), books.history().uninvoicedBySupplier(TODAY, 0, 10));
    }

    @Test
    void what_is_invoiced_before_it_comes_is_listed_and_aged_until_its_receipt_takes_it() {
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));
        assertEquals(
                List.of("EUR -190.00 31 []"),
                books.history().uninvoiced(TODAY.plusDays(31), 0, 10).stream()
                        .map(open -> open.amount() + " " + open.age() + " " + open.lots())
                        .toList());
        assertEquals(
                List.of("EUR -190.00"),
                books.history().uninvoicedBySupplier(TODAY.plusDays(31), 0, 10).stream()
                        .map(age -> age.upTo60().toString())
                        .toList());

        books.recorded(bought("N1", "40 KGM", "2.00", "0.92"));

        assertEquals(
                List.of("EUR -114.00 0 []"),
                books.history().uninvoiced(TODAY, 0, 10).stream()
                        .map(open -> open.amount() + " " + open.age() + " " + open.lots())
                        .toList());
    }

    /** 84 dollars for the 80 of what was used; what lies here is in no currency yet. */
    @Test
    void what_was_used_of_goods_on_consignment_is_settled_at_the_rate_of_their_receipt() {
        TraceEvent came = bought("N1", "100 KGM", "2.00", "0.92");
        books.recorded(Captured.onConsignment(came), shipped("S1", "SO1", goods(LOT, "40 KGM")));
        assertEquals(Map.of("COST_OF_GOODS_SOLD", "73.60", "GOODS_RECEIVED_NOT_INVOICED", "-73.60"), balances());
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "40 KGM", "USD 84.00"));

        assertEquals(
                Map.of(
                        "COST_OF_GOODS_SOLD", "73.60",
                        "PURCHASE_PRICE_VARIANCE", "3.68",
                        "EXCHANGE_DIFFERENCE", "2.52",
                        "ACCOUNTS_PAYABLE", "-79.80"),
                balances());
    }

    @Test
    void a_currency_that_became_cheaper_is_a_gain() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY, "USD", "0.90")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));

        assertEquals("-4.00", balances().get("EXCHANGE_DIFFERENCE"));
    }

    @Test
    void invoices_of_parts_leave_nothing_behind_and_no_cent_in_the_price() {
        books.recorded(bought("N1", "3 KGM", "1.11", "0.9137"), bought("N2", "4 KGM", "1.11", "0.8999"));
        done(rates("r1", rate(TODAY, "USD", "0.92")));
        for (int part = 1; part <= 7; part++) {
            done(invoice("i" + part, "R-" + part, "1 KGM", "USD 1.11"));
        }

        Map<String, String> balances = balances();
        assertEquals(null, balances.get("GOODS_RECEIVED_NOT_INVOICED"));
        assertEquals("-7.14", balances.get("ACCOUNTS_PAYABLE"));
        assertEquals("7.04", balances.get("INVENTORY")); // 3.04 + 4.00, as received
        assertEquals("0.10", balances.get("EXCHANGE_DIFFERENCE"));
    }

    @Test
    void a_credit_note_makes_goods_cheaper_at_the_rate_of_their_receipt() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));
        done(books.entries().creditNote(document("c1", "C-1", "0 KGM", "USD 10.00")));

        assertEquals(
                Map.of("INVENTORY", "174.80", "ACCOUNTS_PAYABLE", "-180.50", "EXCHANGE_DIFFERENCE", "5.70"),
                balances());
    }

    @Test
    void what_was_received_at_no_rate_costs_what_its_invoice_says() {
        books.recorded(received("N1", "P1", goods(LOT, "100 KGM"), price("2.00", Optional.empty()))
                .saying(List.of(KeyDataElement.FINDING.is(new KeyDataValue.Code("RATE_MISSING")))));
        assertEquals(Map.of(), balances());
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));

        assertEquals(Map.of("INVENTORY", "190.00", "ACCOUNTS_PAYABLE", "-190.00"), balances());
    }

    @Test
    void a_receipt_that_is_reversed_and_recorded_again_at_another_rate_is_settled_at_that() {
        TraceEvent wrong = bought("N1", "100 KGM", "2.00", "0.92");
        books.recorded(wrong, Captured.reversed("X1", wrong), bought("N2", "100 KGM", "2.00", "0.93"));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 210.00"));

        assertEquals(
                Map.of(
                        "INVENTORY", "195.30", // 186.00, and ten dollars at 0.93
                        "EXCHANGE_DIFFERENCE", "4.20", // 210 dollars at two cents
                        "ACCOUNTS_PAYABLE", "-199.50"),
                balances());
    }

    @Test
    void a_receipt_at_no_rate_is_reversed_and_recorded_again_at_one() {
        TraceEvent without = received("N1", "P1", goods(LOT, "100 KGM"), price("2.00", Optional.empty()))
                .saying(List.of(KeyDataElement.FINDING.is(new KeyDataValue.Code("RATE_MISSING"))));
        books.recorded(without, Captured.reversed("X1", without), bought("N2", "100 KGM", "2.00", "0.93"));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));

        assertEquals(
                Map.of("INVENTORY", "186.00", "EXCHANGE_DIFFERENCE", "4.00", "ACCOUNTS_PAYABLE", "-190.00"),
                balances());
    }

    /** Half of the lot went back at 2.04 a kilogram with its freight, and was received at 1.84: that is no currency. */
    @Test
    void what_went_back_at_more_than_it_was_received_at_is_no_exchange_difference() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(freight("f1", "EUR 20.00"));
        books.recorded(Captured.sentBack("SR1", "P1", goods(LOT, "50 KGM")));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        done(invoice("i1", "R-1", "50 KGM", "USD 100.00"));

        assertEquals("3.00", balances().get("EXCHANGE_DIFFERENCE")); // 100 dollars at three cents
        assertEquals("112.00", balances().get("INVENTORY")); // as in euros: 102.00 and what the return took too much
    }

    /** It was captured while no costing was there to say in which currency the books are kept. */
    @Test
    void a_receipt_without_a_rate_in_its_record_is_booked_at_the_rate_that_was_in_force() {
        done(rates("r1", rate(TODAY, "USD", "0.92")));
        books.recorded(received("N1", "P1", goods(LOT, "100 KGM"), price("2.00", Optional.empty())));
        done(rates("r2", rate(TODAY, "USD", "0.95")));
        List<JournalEntry> before = journal();

        assertEquals("184.00", balances().get("INVENTORY"));
        books.forgetEverythingBooked();
        assertEquals(before, journal());

        done(invoice("i1", "R-1", "100 KGM", "USD 210.00"));
        assertEquals(
                Map.of("INVENTORY", "193.20", "EXCHANGE_DIFFERENCE", "6.30", "ACCOUNTS_PAYABLE", "-199.50"),
                balances());
    }

    @Test
    void a_receipt_for_which_no_rate_was_known_waits_for_one_and_says_so() {
        books.recorded(received("N1", "P1", goods(LOT, "100 KGM"), price("2.00", Optional.empty())));
        CostingStoppedException stopped = assertThrows(
                CostingStoppedException.class, () -> books.costing().costOf(LOT));
        assertTrue(stopped.getMessage().contains("record a rate of USD for " + TODAY), stopped.getMessage());

        done(rates("r1", rate(TODAY.minusDays(3), "USD", "0.92")));
        List<JournalEntry> before = journal();
        assertEquals("184.00", balances().get("INVENTORY"));

        done(rates("r2", rate(TODAY, "USD", "0.95")));
        books.forgetEverythingBooked();
        assertEquals(before, journal());
    }

    @Test
    void a_rate_with_any_number_of_digits_is_refused_in_one_short_sentence() {
        List<Violation> refused = rates("r1", rate(TODAY, "USD", "1E+999999999"), rate(TODAY, "GBP", "1E-999999999"))
                .violations();

        assertEquals(2, refused.size());
        refused.forEach(violation -> assertTrue(violation.message().length() < 200, violation.message()));
    }

    @Test
    void a_freight_bill_in_dollars_is_owed_at_the_rate_of_its_day() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY.minusDays(31), "USD", "0.50"), rate(TODAY.minusDays(3), "USD", "0.95")));
        done(freight("f1", "USD 10.01"));

        assertEquals("193.51", balances().get("INVENTORY"));
        assertEquals("-9.51", balances().get("ACCOUNTS_PAYABLE"));
    }

    @Test
    void a_document_in_a_currency_without_a_rate_is_refused() {
        books.recorded(bought("N1", "100 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY.minusDays(32), "USD", "0.95")));

        List<Violation> refused = invoice("i1", "R-1", "100 KGM", "USD 200.00").violations();

        assertEquals("CURRENCY_NOT_FUNCTIONAL", refused.get(0).code());
        assertEquals("lines[1].amount", refused.get(0).path().toString());
        assertEquals(1, refused.size());
    }

    @Test
    void a_rate_that_is_put_right_changes_nothing_that_was_recorded() {
        books.recorded(bought("N1", "200 KGM", "2.00", "0.92"));
        done(rates("r1", rate(TODAY, "USD", "0.95")));
        RecordedEvent recorded = done(invoice("i1", "R-1", "100 KGM", "USD 200.00"));
        done(rates("r2", rate(TODAY, "USD", "0.96")));

        assertEquals(new Outcome.AlreadyDone<>(recorded), invoice("i1", "R-1", "100 KGM", "USD 200.00"));
        done(invoice("i2", "R-2", "100 KGM", "USD 200.00"));
        assertEquals("-382.00", balances().get("ACCOUNTS_PAYABLE")); // 190 and 192

        List<JournalEntry> before = journal();
        books.forgetEverythingBooked();
        assertEquals(before, journal());
    }

    @Test
    void rates_are_listed_with_their_day_and_source_the_newest_first() {
        done(rates(
                "r1",
                rate(TODAY.minusDays(40), "USD", "0.91"),
                rate(TODAY, "USD", "0.950"),
                rate(TODAY, "GBP", "1.15")));

        List<RecordedRate> all = books.history().rates(Optional.empty(), TODAY.minusDays(50), TODAY, 0, 10);

        assertEquals(
                List.of("GBP 1.15 ECB", "USD 0.95 ECB", "USD 0.91 ECB"),
                all.stream()
                        .map(rate -> rate.currency() + " " + rate.factor().toPlainString() + " " + rate.source())
                        .toList());
        assertEquals(1, all.get(0).position());
        assertEquals(all.subList(1, 2), books.history().rates(Optional.of("USD"), TODAY.minusDays(50), TODAY, 0, 1));
        assertEquals(List.of(), books.history().rates(Optional.of("USD"), TODAY.minusDays(39), TODAY, 1, 10));
    }

    @Test
    void the_same_rates_again_are_recorded_once_and_others_under_their_id_are_refused() {
        RecordedEvent recorded = done(rates("r1", rate(TODAY, "USD", "0.95")));

        assertEquals(new Outcome.AlreadyDone<>(recorded), rates("r1", rate(TODAY, "USD", "0.95")));
        assertEquals(List.of("EVENT_ID_REUSED"), codes(rates("r1", rate(TODAY, "USD", "0.96"))));
    }

    @Test
    void every_problem_of_rates_is_told() {
        Outcome<RecordedEvent> outcome = books.entries()
                .recordRates(new ExchangeRates(
                        aContext("r1").request(),
                        " ",
                        List.of(
                                rate(TODAY, "EUR", "1"),
                                rate(TODAY, "dollar", "0.95"),
                                rate(TODAY.plusDays(2), "USD", "0"),
                                rate(TODAY, "GBP", "1.15"),
                                rate(TODAY, "GBP", "1.15000000001"))));

        assertEquals(
                List.of(
                        "source",
                        "rates[1].currency",
                        "rates[2].currency",
                        "rates[3].factor",
                        "rates[3].day",
                        "rates[5].factor",
                        "rates[5]"),
                outcome.violations().stream()
                        .map(violation -> violation.path().toString())
                        .toList());
        assertEquals(List.of("LINES_MISSING"), codes(rates("r2")));
    }

    private static TraceEvent bought(String notice, String quantity, String dollars, String rate) {
        return received(
                notice,
                "P1",
                goods(LOT, quantity),
                price(dollars, Optional.of(new LinePrice.ExchangeRate("EUR", new BigDecimal(rate)))));
    }

    private static LinePrice price(String dollars, Optional<LinePrice.ExchangeRate> rate) {
        return new LinePrice(
                FLOUR, new UnitPrice(new BigDecimal(dollars), "USD", new UnitOfMeasure("KGM")), BigDecimal.ONE, rate);
    }

    private static TraceEvent received(String notice, String order, Goods goods, LinePrice price) {
        TraceEvent event = Captured.received(notice, order, goods);
        List<EventLine> lines = new ArrayList<>();
        event.lines().forEach(line -> lines.add(line.at(price)));
        return new TraceEvent(
                event.context(),
                event.type(),
                event.documents(),
                event.corrects(),
                lines,
                event.edges(),
                event.dispositionChanges());
    }

    private static ExchangeRates.Rate rate(LocalDate day, String currency, String factor) {
        return new ExchangeRates.Rate(day, currency, new BigDecimal(factor));
    }

    private Outcome<RecordedEvent> freight(String id, String amount) {
        return books.entries()
                .landed(new LandedCost(
                        aContext(id).request(),
                        "F-" + id,
                        MARKET,
                        CostElement.FREIGHT,
                        AllocationKey.EQUAL,
                        Money.parse(amount),
                        List.of(new LandedCost.Target(LOT, BigDecimal.ZERO))));
    }

    private Outcome<RecordedEvent> rates(String id, ExchangeRates.Rate... rates) {
        return books.entries().recordRates(new ExchangeRates(aContext(id).request(), "ECB", List.of(rates)));
    }

    private Outcome<RecordedEvent> invoice(String id, String number, String quantity, String amount) {
        return books.entries().invoice(document(id, number, quantity, amount));
    }

    private static SupplierInvoice document(String id, String number, String quantity, String amount) {
        return new SupplierInvoice(
                aContext(id).request(),
                number,
                MILL,
                List.of(new SupplierInvoice.Line(orderLine("P1"), quantity(quantity), Money.parse(amount))));
    }

    private static RecordedEvent done(Outcome<RecordedEvent> outcome) {
        assertEquals(Outcome.Done.class, outcome.getClass(), outcome.toString());
        return outcome.toOptional().orElseThrow();
    }

    private static List<String> codes(Outcome<RecordedEvent> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }

    private List<JournalEntry> journal() {
        return books.costing().journal(TODAY.minusDays(1), TODAY.plusDays(1), 0, 100);
    }

    /** Accounts with a balance. */
    private Map<String, String> balances() {
        Map<Account, Money> balances = new TreeMap<>();
        journal().stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> balances.merge(line.account(), line.amount(), Money::plus));
        Map<String, String> left = new TreeMap<>();
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                left.put(account.code(), balance.getAmount().toPlainString());
            }
        });
        return left;
    }
}
