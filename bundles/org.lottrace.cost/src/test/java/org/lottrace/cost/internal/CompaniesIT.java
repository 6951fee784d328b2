package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.outcome.Outcome;

/** Berlin belongs to the bakery, whose books are in euros; Potsdam to a company that keeps its own in dollars. */
class CompaniesIT extends TwoCompanies {
    @Test
    void goods_that_go_to_another_company_are_sold_by_the_one_and_bought_by_the_other() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));

        assertEquals(
                Map.of(
                        "INVENTORY", "120.00",
                        "GOODS_RECEIVED_NOT_INVOICED", "-200.00",
                        "INTERCOMPANY_COGS", "80.00",
                        "INTERCOMPANY_RECEIVABLE", "100.00",
                        "INTERCOMPANY_SALES", "-100.00"),
                balances(Optional.empty()));
        assertEquals(
                Map.of("INVENTORY", "125.00", "INTERCOMPANY_PAYABLE", "-125.00"), balances(Optional.of(BAKERY_US)));
        assertEquals("60 KGM EUR 120.00", left(Optional.empty()));
        assertEquals("40 KGM USD 125.00", left(Optional.of(BAKERY_US)));
        assertNothingDiffers();
    }

    @Test
    void what_the_buyer_ships_has_cost_the_transfer_price_in_the_books_of_the_buyer_alone() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"), fromPotsdam("S1", "10 KGM"));

        assertEquals("31.25", balances(Optional.of(BAKERY_US)).get("COST_OF_GOODS_SOLD"));
        assertEquals(null, balances(Optional.empty()).get("COST_OF_GOODS_SOLD"));
        assertNothingDiffers();
    }

    @Test
    void a_transfer_that_is_reversed_leaves_nothing_in_either_books_whatever_the_rate_is_by_then() {
        twoCompanies().priced("2.50 EUR");
        TraceEvent transfer = toPotsdam("T1", "40 KGM");
        record(received("N1", "P1", goods(LOT, "100 KGM")), transfer);
        rate("0.90");
        price("9.00 EUR", TODAY);
        record(Captured.reversed("R1", transfer));

        assertEquals(
                Map.of("INVENTORY", "200.00", "GOODS_RECEIVED_NOT_INVOICED", "-200.00"), balances(Optional.empty()));
        assertEquals(Map.of(), balances(Optional.of(BAKERY_US)));
        assertNothingDiffers();
    }

    @Test
    void goods_on_the_road_are_of_the_company_that_they_go_to() {
        twoCompanies().priced("2.50 EUR");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                anEvent("T1", EventType.TRANSFER)
                        .of(DocumentType.TRANSFER_ORDER, "T1")
                        .moving(LOT, "40 KGM", Bakery.in(SHELF), new Place.Road(POTSDAM))
                        .build(),
                anEvent("T2", EventType.TRANSFER)
                        .of(DocumentType.TRANSFER_ORDER, "T1")
                        .moving(LOT, "40 KGM", new Place.Road(POTSDAM), Place.location(POTSDAM, SHELF))
                        .build());

        assertEquals("40 KGM USD 125.00", left(Optional.of(BAKERY_US)));
        assertEquals(1, entries(Optional.of(BAKERY_US)).size());
        assertNothingDiffers();
    }

    @Test
    void goods_without_a_transfer_price_wait_in_the_books_for_the_first_one() {
        twoCompanies();
        rate("0.80");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));

        CostingStoppedException stopped = assertThrows(CostingStoppedException.class, () -> left(Optional.empty()));
        assertTrue(
                stopped.getMessage()
                        .contains(
                                "item FLOUR goes from company BAKERY to company BAKERY-US, and no transfer price is agreed for "
                                        + TODAY + "; record one that counts from then or earlier"),
                stopped.getMessage());

        price("2.50 EUR", TODAY);
        price("3.00 EUR", TODAY); // later, and for what comes later
        assertEquals("40 KGM USD 125.00", left(Optional.of(BAKERY_US)));
    }

    @Test
    void the_newest_first_day_counts_that_is_not_after_the_movement() {
        twoCompanies().priced("2.50 EUR");
        price("4.00 USD", TODAY);
        price("9.00 EUR", TODAY.plusDays(1));
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));

        assertEquals("-160.00", balances(Optional.of(BAKERY_US)).get("INTERCOMPANY_PAYABLE"));
        assertEquals("128.00", balances(Optional.empty()).get("INTERCOMPANY_RECEIVABLE"));
    }

    @Test
    void books_cannot_be_opened_for_a_company_at_whose_site_something_is_recorded() {
        database.unitOfWork().run(() -> database.purchaseOrders()
                .save(aPurchaseOrder("P1").ordering(FLOUR, "1000 KGM", "2.00").build()));
        record(received("N1", "P1", goods(LOT, "100 KGM")));

        assertEquals(List.of("SITE_USED"), codes(open(COMPANY, "USD")));
        assertEquals(
                List.of("COMPANY_UNKNOWN", "CURRENCY_UNKNOWN", "TAX_NUMBER_TOO_LONG"),
                codes(company.service(Companies.class)
                        .open(CONTROLLER, new BooksOpening(Bakery.MILL, "XX", "1".repeat(31)))));
    }

    @Test
    void books_are_opened_once_and_stay_as_they_are() {
        twoCompanies();

        assertTrue(open(BAKERY_US, "USD") instanceof Outcome.AlreadyDone);
        assertEquals(List.of("BOOKS_OPEN"), codes(open(BAKERY_US, "EUR")));
    }

    @Test
    void entries_are_numbered_through_all_books_and_say_whose_they_are() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));

        assertEquals(
                List.of(1L, 2L),
                entries(Optional.empty()).stream().map(JournalEntry::number).toList());
        JournalEntry bought = entries(Optional.of(BAKERY_US)).get(0);
        assertEquals(3, bought.number());
        assertEquals(Optional.of(BAKERY_US), bought.company());
    }

    /** 40 kg at 2.00 were sold for 2.50: 20.00 profit, of which the 30 kg that are left have 15.00. */
    @Test
    void profit_is_not_realised_while_the_goods_lie_with_the_buyer() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"), fromPotsdam("S1", "10 KGM"));

        List<UnrealisedProfit> profits = profits(Optional.of(BAKERY_US));

        assertEquals(List.of("EUR 15.00"), texts(profits));
        assertEquals("40 KGM EUR 100.00 EUR 80.00", transfer(profits.get(0)));
        assertEquals(List.of(), profits(Optional.empty()));
    }

    /** They went for 2.50 and come back for 4.00 USD, at 0.80: of 10 kg that were 20.00 the books say 32.00. */
    @Test
    void what_comes_back_brings_the_profit_of_both_along() {
        twoCompanies().priced("2.50 EUR").price("4.00 USD", TODAY, BAKERY_US, COMPANY);
        record(
                received("N1", "P1", goods(LOT, "40 KGM")),
                toPotsdam("T1", "40 KGM"),
                anEvent("B1", EventType.TRANSFER)
                        .of(DocumentType.TRANSFER_ORDER, "B1")
                        .moving(LOT, "10 KGM", Place.location(POTSDAM, SHELF), Bakery.in(SHELF))
                        .build());

        assertEquals("10 KGM EUR 32.00", left(Optional.empty()));
        assertEquals(List.of("EUR 12.00"), texts(profits(Optional.empty())));
        assertEquals(List.of("EUR 15.00"), texts(profits(Optional.of(BAKERY_US))));
    }

    @Test
    void no_profit_is_left_of_a_transfer_that_was_reversed() {
        twoCompanies().priced("2.53 EUR");
        TraceEvent transfer = toPotsdam("T1", "33 KGM");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T0", "10 KGM"),
                transfer,
                Captured.reversed("R1", transfer));

        assertEquals(List.of("EUR 5.30"), texts(profits(Optional.of(BAKERY_US))));
    }

    private static List<String> texts(List<UnrealisedProfit> profits) {
        return profits.stream().map(one -> one.profit().toString()).toList();
    }

    private static String transfer(UnrealisedProfit profit) {
        UnrealisedProfit.Transfer only = profit.transfers().get(0);
        return only.quantity() + " " + only.sale() + " " + only.cost();
    }

    /** 10 kg at 2.00 EUR in Berlin, 10 kg at 3.125 USD in Potsdam, both for the same order and in one page of events. */
    @Test
    void an_order_that_two_companies_work_on_is_in_process_in_the_books_of_each() {
        twoCompanies().priced("2.50 EUR");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                consumed("C1", BERLIN),
                consumed("C2", POTSDAM),
                made("M2", POTSDAM, aLot("M2").of(BREAD).key()),
                made("M1", BERLIN, aLot("M1").of(BREAD).key()));

        assertEquals(null, balances(Optional.empty()).get("WORK_IN_PROCESS"));
        assertEquals("120.00", balances(Optional.empty()).get("INVENTORY"));
        assertEquals(null, balances(Optional.of(BAKERY_US)).get("WORK_IN_PROCESS"));
        assertEquals("125.00", balances(Optional.of(BAKERY_US)).get("INVENTORY"));
        assertEquals(
                "10 PCE EUR 20.00", left(Optional.empty(), aLot("M1").of(BREAD).key()));
        assertEquals(
                "10 PCE USD 31.25",
                left(Optional.of(BAKERY_US), aLot("M2").of(BREAD).key()));
        assertNothingDiffers();
    }

    @Test
    void write_offs_margins_and_opening_balances_are_those_of_the_books_that_are_asked() {
        twoCompanies().priced("2.50 EUR");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                Captured.disposed("D1", LOT, "5 KGM"),
                disposedInPotsdam("D2", "4 KGM"),
                shipped("S1", "SO1", goods(LOT, "3 KGM")),
                fromPotsdam("S2", "2 KGM"));
        company.service(LotCosting.class).progress();

        assertEquals("Optional[EUR 10.00]", writtenOff(Optional.empty()));
        assertEquals("Optional[USD 12.50]", writtenOff(Optional.of(BAKERY_US)));
        assertEquals("{" + LOT + "=EUR 6.00}", sold(Optional.empty()));
        assertEquals("{" + LOT + "=USD 6.25}", sold(Optional.of(BAKERY_US)));
        assertEquals("[3 KGM EUR 6.00]", margins(Optional.empty()));
        assertEquals("[2 KGM USD 6.25]", margins(Optional.of(BAKERY_US)));
        for (Optional<PartyId> books : List.of(Optional.<PartyId>empty(), Optional.of(BAKERY_US))) {
            assertEquals(balances(books), openings(books));
            assertEquals(
                    entries(books).stream().map(JournalEntry::number).toList(),
                    in(books, () -> database.accountNumbers().notHandedOverBefore(TODAY.plusDays(1), 0, 100)));
        }
    }

    private String margins(Optional<PartyId> books) {
        return in(books, () -> company.service(LotReview.class).margins(TODAY, TODAY, false, Optional.empty(), 10))
                .stream()
                .map(margin -> margin.sold() + " " + margin.cost())
                .toList()
                .toString();
    }

    private String writtenOff(Optional<PartyId> books) {
        return in(books, () -> database.writeOffs().sum(TODAY, TODAY, false)).toString();
    }

    private String sold(Optional<PartyId> books) {
        return in(books, () -> database.periods().soldByLot(TODAY, TODAY, 1_000, Optional.empty(), 10))
                .toString();
    }

    private Map<String, String> openings(Optional<PartyId> books) {
        Map<String, String> sums = new TreeMap<>();
        in(books, () -> database.accountNumbers().othersBefore(TODAY.plusDays(1)))
                .forEach(sum ->
                        sums.put(sum.account().code(), sum.amount().getAmount().toPlainString()));
        return sums;
    }

    @Test
    void the_books_of_two_companies_are_the_same_wherever_a_page_ends() {
        for (long seed = 11; seed <= 13; seed++) {
            List<TraceEvent> events = new RandomTrade(seed).events();
            List<JournalEntry> oneByOne = booked(events, 1);
            assertEquals(oneByOne, booked(events, 7), "seed " + seed);
            assertEquals(oneByOne, booked(events, 100), "seed " + seed);
        }
    }

    private static List<JournalEntry> booked(List<TraceEvent> events, int page) {
        CompaniesIT histories = new CompaniesIT();
        histories.twoCompanies().priced("2.53 EUR").price("1.97 USD", TODAY, BAKERY_US, COMPANY);
        for (int begin = 0; begin < events.size(); begin += page) {
            histories.record(
                    events.subList(begin, Math.min(begin + page, events.size())).toArray(TraceEvent[]::new));
            histories.company.service(LotCosting.class).progress();
        }
        histories.assertNothingDiffers();
        return histories.all();
    }

    private static TraceEvent disposedInPotsdam(String id, String quantity) {
        return anEvent(id, EventType.DISPOSE)
                .of(DocumentType.DISPOSAL_ORDER, id)
                .moving(LOT, quantity, Place.location(POTSDAM, SHELF), Place.disposal(POTSDAM))
                .build();
    }

    /** Receipts, transfers both ways, shipments, production of one order in both, and reversals, as they come. */
    @Test
    void whatever_happens_the_lots_of_each_company_are_its_inventory_and_a_rebuild_gives_the_same() {
        for (long seed = 1; seed <= 5; seed++) {
            CompaniesIT histories = new CompaniesIT();
            histories.twoCompanies().priced("2.53 EUR").price("1.97 USD", TODAY, BAKERY_US, COMPANY);
            histories.record(new RandomTrade(seed).events().toArray(TraceEvent[]::new));
            for (Optional<PartyId> books : List.of(Optional.<PartyId>empty(), Optional.of(BAKERY_US))) {
                assertEquals(
                        histories.balances(books).getOrDefault("INVENTORY", "0.00"),
                        histories.value(books),
                        "seed " + seed + " in " + books);
            }
            histories.assertNothingDiffers();
            List<JournalEntry> before = histories.all();
            histories.booksAnew();
            assertEquals(before, histories.all(), "seed " + seed);
        }
    }

    /** Goods move in whole kilograms, and no more than there are. Both companies make the same lots. */
    private static final class RandomTrade {
        private final Random random;
        private final List<TraceEvent> events = new ArrayList<>();
        private int berlin;
        private int potsdam;

        RandomTrade(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 40; i++) {
                step(i);
            }
        }

        List<TraceEvent> events() {
            return events;
        }

        private void step(int i) {
            int kind = random.nextInt(6);
            if (kind == 0 || berlin + potsdam == 0) {
                int came = 1 + random.nextInt(97);
                berlin += came;
                events.add(received("N" + i, "P1", goods(LOT, came + " KGM")));
            } else if (kind == 1 && berlin > 0) {
                int moved = 1 + random.nextInt(berlin);
                TraceEvent transfer = toPotsdam("T" + i, moved + " KGM");
                events.add(transfer);
                if (random.nextInt(4) == 0) {
                    events.add(Captured.reversed("R" + i, transfer));
                } else {
                    berlin -= moved;
                    potsdam += moved;
                }
            } else if (kind == 2 && potsdam > 0) {
                int moved = 1 + random.nextInt(potsdam);
                potsdam -= moved;
                berlin += moved;
                events.add(anEvent("B" + i, EventType.TRANSFER)
                        .of(DocumentType.TRANSFER_ORDER, "B" + i)
                        .moving(LOT, moved + " KGM", Place.location(POTSDAM, SHELF), Bakery.in(SHELF))
                        .build());
            } else if (kind == 3 && berlin > 0) {
                int sold = 1 + random.nextInt(berlin);
                berlin -= sold;
                events.add(shipped("S" + i, "SO1", goods(LOT, sold + " KGM")));
            } else if (kind == 5 && berlin >= 10) {
                berlin -= 10;
                make(i, BERLIN);
            } else if (kind == 5 && potsdam >= 10) {
                potsdam -= 10;
                make(i, POTSDAM);
            } else if (potsdam > 0) {
                int sold = 1 + random.nextInt(potsdam);
                potsdam -= sold;
                events.add(fromPotsdam("Q" + i, sold + " KGM"));
            }
        }

        private void make(int i, SiteId site) {
            events.add(consumed("C" + i, site));
            events.add(made("M" + i, site, aLot("B" + i % 2).of(BREAD).key()));
        }
    }
}
