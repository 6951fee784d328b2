package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.cost.internal.Captured.on;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.transaction.UnitOfWork;

/** 100 kg of flour came for 2.00; Potsdam pays 2.50. All by hand. */
class EliminationsIT extends TwoCompanies {
    private static final LotKey LOAVES = aLot("M1").of(BREAD).key();
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final PartyId BAKERY_UK = new PartyId("BAKERY-UK");
    private static final SiteId LONDON = new SiteId("LON");
    private static final Optional<PartyId> US = Optional.of(BAKERY_US);

    /** 40 kg were sold for 100.00 and had cost 80.00; of the 20.00, the 10 kg that left have 5.00. */
    @Test
    void what_was_sold_within_the_group_is_eliminated_and_the_profit_of_what_is_there_leaves_the_stock() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"), fromPotsdam("S1", "10 KGM"));

        assertEquals(
                List.of(
                        "INVENTORY BAKERY-US -15.00",
                        "COST_OF_GOODS_SOLD BAKERY-US -5.00",
                        "INTERCOMPANY_SALES common 100.00",
                        "INTERCOMPANY_COGS common -80.00"),
                entry(TODAY, TODAY));
    }

    @Test
    void profit_is_released_on_the_days_on_which_the_goods_leave_the_group() {
        twoCompanies().priced("2.50 EUR");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                on(TOMORROW.toString(), fromPotsdam("S1", "30 KGM")));

        assertEquals(
                List.of("INVENTORY BAKERY-US 15.00", "COST_OF_GOODS_SOLD BAKERY-US -15.00"), entry(TOMORROW, TOMORROW));
        assertEquals(
                "INVENTORY " + LOT + " 20.00 5.00", lots(TOMORROW, TOMORROW).get(0));
    }

    /** 10 of the 40 kg are in process, with 5.00; then 10 loaves have them, and 4 loaves leave with 2.00. */
    @Test
    void goods_used_in_production_take_their_profit_into_process_and_into_what_is_made() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"), consumed("C1", POTSDAM));
        assertEquals(
                List.of("INVENTORY BAKERY-US -15.00", "WORK_IN_PROCESS BAKERY-US -5.00"),
                entry(TODAY, TODAY).subList(0, 2));
        assertEquals(List.of("L1 20.00"), unrealised(US));

        record(made("M1", POTSDAM, LOAVES), sold("S1", LOAVES, "4 PCE"));
        assertEquals(
                List.of("INVENTORY BAKERY-US -18.00", "COST_OF_GOODS_SOLD BAKERY-US -2.00"),
                entry(TODAY, TODAY).subList(0, 2));
        assertEquals(List.of("L1 15.00", "M1 3.00"), unrealised(US));
        assertEquals(
                List.of("T1"),
                profits(US).get(1).transfers().stream()
                        .map(transfer -> transfer.document().number())
                        .toList());
    }

    /** The share of an output is that of its value: 30 of 40 loaves have 3.75 of 5.00. */
    @Test
    void two_outputs_share_the_profit_of_what_they_were_made_of_as_they_share_its_cost() {
        twoCompanies().priced("2.50 EUR");
        LotKey second = aLot("M2").of(BREAD).key();
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                consumed("C1", POTSDAM),
                anEvent("M1", EventType.PRODUCE)
                        .of(ORDER.type(), ORDER.number())
                        .moving(LOT, "10 KGM", Place.productionOrder(ORDER), Place.transformation(POTSDAM))
                        .making(LOAVES, LOT, "7.5 KGM")
                        .making(second, LOT, "2.5 KGM")
                        .moving(LOAVES, "30 PCE", Place.transformation(POTSDAM), Place.location(POTSDAM, SHELF))
                        .moving(second, "10 PCE", Place.transformation(POTSDAM), Place.location(POTSDAM, SHELF))
                        .build());

        assertEquals(List.of("L1 15.00", "M1 3.75", "M2 1.25"), unrealised(US));
    }

    @Test
    void what_a_customer_sends_back_brings_its_profit_back() {
        twoCompanies().priced("2.50 EUR");
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                fromPotsdam("S1", "10 KGM"),
                anEvent("B1", EventType.RETURN)
                        .of(DocumentType.RETURN_ORDER, "B1")
                        .of(DocumentType.SHIPMENT, "S1")
                        .moving(LOT, "4 KGM", new Place.Outside(Bakery.MARKET), Place.location(POTSDAM, SHELF))
                        .build());

        assertEquals(List.of("L1 17.00"), unrealised(US));
    }

    @Test
    void a_production_that_is_reversed_gives_the_profit_back_to_what_it_was_made_of() {
        twoCompanies().priced("2.50 EUR");
        TraceEvent made = made("M1", POTSDAM, LOAVES);
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"), consumed("C1", POTSDAM), made);
        record(Captured.reversed("R1", made));

        assertEquals(List.of("L1 20.00"), unrealised(US));
        assertEquals("WORK_IN_PROCESS BAKERY-US -5.00", entry(TODAY, TODAY).get(1));
    }

    /** 10 of the 40 kg go on for 3.00, and 4 of them leave: each company has sold, and the last one has the profit of both. */
    @Test
    void goods_that_go_through_three_companies_bring_the_profit_of_two_along() {
        twoCompanies("EUR").price("2.50 EUR", TODAY.minusDays(30));
        third("EUR").price("3.00 EUR", TODAY.minusDays(30), BAKERY_US, BAKERY_UK);
        record(
                received("N1", "P1", goods(LOT, "100 KGM")),
                toPotsdam("T1", "40 KGM"),
                toLondon("T2", "10 KGM"),
                sold("S1", LONDON, LOT, "4 KGM"));

        assertEquals(List.of("L1 15.00"), unrealised(US));
        assertEquals(List.of("L1 6.00"), unrealised(Optional.of(BAKERY_UK)));
        assertEquals(
                List.of(
                        "COST_OF_GOODS_SOLD BAKERY-UK -4.00",
                        "INTERCOMPANY_COGS BAKERY-US -25.00",
                        "INTERCOMPANY_COGS common -80.00",
                        "INTERCOMPANY_SALES BAKERY-US 30.00",
                        "INTERCOMPANY_SALES common 100.00",
                        "INVENTORY BAKERY-UK -6.00",
                        "INVENTORY BAKERY-US -15.00"),
                entry(TODAY, TODAY).stream().sorted().toList());
    }

    /** One of the two had closed the day: its entry is on a later one. */
    @Test
    void sales_are_eliminated_on_the_day_of_the_seller_and_stock_on_that_of_the_buyer() {
        twoCompanies("EUR").price("2.50 EUR", TODAY.minusDays(30));
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));
        company.service(LotCosting.class).progress();

        assertEquals(
                List.of(
                        "INTERCOMPANY_COGS common 80.00",
                        "INTERCOMPANY_RECEIVABLE common 20.00",
                        "INTERCOMPANY_SALES common -100.00"),
                places(entry -> entry.company().isEmpty()));
        assertEquals(
                List.of("INTERCOMPANY_RECEIVABLE common -20.00", "INVENTORY BAKERY-US 20.00"),
                places(entry -> entry.company().isPresent()));
    }

    private List<String> places(Predicate<JournalEntry> counts) {
        GroupProfit profit = new GroupProfit((money, entry) -> money.getAmount());
        all().forEach(entry -> profit.take(entry, Map.of(), counts.test(entry)));
        return profit.places().entrySet().stream()
                .map(place -> place.getKey().account().code() + " "
                        + place.getKey().books().map(PartyId::value).orElse("common") + " "
                        + place.getValue().toPlainString())
                .sorted()
                .toList();
    }

    /** Two companies keep books in dollars and need no rate; the group, in euros, does. */
    @Test
    void without_an_exchange_rate_for_the_group_its_entry_is_refused_with_what_to_record() {
        twoCompanies();
        third("USD").price("4.00 USD", TODAY.minusDays(30), BAKERY_US, BAKERY_UK);
        record(
                anEvent("G1", EventType.GAIN)
                        .of(DocumentType.COUNT_SHEET, "G1")
                        .moving(LOT, "5 KGM", Place.unexplained(POTSDAM), Place.location(POTSDAM, SHELF))
                        .build(),
                toLondon("T1", "5 KGM"));

        NotPossibleException refused = assertThrows(NotPossibleException.class, () -> entry(TODAY, TODAY));
        assertEquals("GROUP_RATE_MISSING", refused.violation().code());
        assertTrue(refused.getMessage().contains("record a rate of USD for " + TODAY), refused.getMessage());

        rate("0.80");
        assertEquals(List.of("INVENTORY BAKERY-UK -16.00", "INTERCOMPANY_SALES BAKERY-US 16.00"), entry(TODAY, TODAY));
    }

    private TwoCompanies third(String currency) {
        Site potsdam = potsdamOf(BAKERY_UK);
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(PartyBuilder.aParty(BAKERY_UK.value())
                            .as(PartyRole.COMPANY)
                            .build());
            database.sites()
                    .save(new Site(
                            LONDON,
                            BAKERY_UK,
                            "London",
                            Optional.empty(),
                            potsdam.zone(),
                            potsdam.productionDayStart(),
                            potsdam.lotNumberTemplate(),
                            potsdam.locations()));
        });
        done(open(BAKERY_UK, currency));
        return this;
    }

    private static TraceEvent toLondon(String id, String quantity) {
        return anEvent(id, EventType.TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, id)
                .moving(LOT, quantity, Place.location(POTSDAM, SHELF), Place.location(LONDON, SHELF))
                .build();
    }

    @Test
    void a_transfer_that_is_reversed_leaves_no_entry() {
        twoCompanies().priced("2.50 EUR");
        TraceEvent transfer = toPotsdam("T1", "40 KGM");
        record(received("N1", "P1", goods(LOT, "100 KGM")), transfer, Captured.reversed("R1", transfer));

        assertEquals(List.of(), entry(TODAY, TODAY));
    }

    /** What was filed with the number of its newest entry comes out the same after goods were booked back in time. */
    @Test
    void an_entry_that_names_what_was_known_is_the_same_ever_after() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));
        List<Elimination> filed = companies().eliminations(TODAY, TODAY, Long.MAX_VALUE);

        record(fromPotsdam("S1", "10 KGM"));

        assertEquals(filed, companies().eliminations(TODAY, TODAY, filed.get(0).known()));
        assertEquals(4, entry(TODAY, TODAY).size());
    }

    @Test
    void days_that_end_before_they_begin_are_refused() {
        twoCompanies().priced("2.50 EUR");

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> companies().eliminations(TOMORROW, TODAY, Long.MAX_VALUE));
        assertTrue(refused.getMessage().contains("say the first day first"), refused.getMessage());
    }

    @Test
    void more_entries_than_are_read_for_one_answer_are_refused() {
        twoCompanies().priced("2.50 EUR");
        record(received("N1", "P1", goods(LOT, "100 KGM")), toPotsdam("T1", "40 KGM"));
        company.service(LotCosting.class).progress();
        GroupProfits few =
                new GroupProfits(database.costs(), database.ledger(), company.service(BooksCurrency.class), 2);

        assertThrows(TooMuchException.class, () -> company.service(UnitOfWork.class)
                .required(() -> few.eliminations(TODAY, TODAY, Long.MAX_VALUE)));
    }

    /** What stock has cost the group, company by company and less the profit, is what it would have cost one company. */
    @Test
    void stock_less_its_profit_is_worth_what_one_company_would_have_paid_and_a_rebuild_says_the_same() {
        BigDecimal all = BigDecimal.ZERO;
        for (long seed = 1; seed <= 12; seed++) {
            List<TraceEvent> events = new RandomGroup(seed).events();
            EliminationsIT group = new EliminationsIT();
            group.twoCompanies("EUR").price("2.50 EUR", TODAY.minusDays(30));
            group.record(events.toArray(TraceEvent[]::new));
            BigDecimal eliminated = group.profits(Optional.empty()).stream()
                    .map(profit -> profit.profit().getAmount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .add(group.profits(US).stream()
                            .map(profit -> profit.profit().getAmount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            BigDecimal worth = new BigDecimal(group.value(Optional.empty())).add(new BigDecimal(group.value(US)));
            List<Elimination> entry = group.companies().eliminations(TODAY, TODAY, Long.MAX_VALUE);
            assertEquals(
                    BigDecimal.ZERO.setScale(2),
                    entry.stream()
                            .map(line -> line.amount().getAmount())
                            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
            assertEquals(
                    eliminated.setScale(2),
                    entry.stream()
                            .filter(line ->
                                    line.account() == Account.INVENTORY || line.account() == Account.WORK_IN_PROCESS)
                            .map(line -> line.amount().getAmount().negate())
                            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                    "seed " + seed);

            group.booksAnew();
            assertEquals(entry, group.companies().eliminations(TODAY, TODAY, Long.MAX_VALUE), "seed " + seed);
            all = all.add(eliminated);

            // a test has one database at a time
            EliminationsIT one = new EliminationsIT();
            one.database.unitOfWork().run(() -> one.database
                    .purchaseOrders()
                    .save(aPurchaseOrder("P1")
                            .ordering(FLOUR, "1000 KGM", "2.00")
                            .build()));
            one.record(events.toArray(TraceEvent[]::new));

            assertEquals(new BigDecimal(one.value(Optional.empty())), worth.subtract(eliminated), "seed " + seed);
        }
        assertTrue(all.signum() > 0, "some goods lay with the buyer");
    }

    /** Each lot comes once, for 2.00; whole kilograms and loaves go to Potsdam and out, and each order makes one lot. */
    private static final class RandomGroup {
        private final Random random;
        private final List<TraceEvent> events = new ArrayList<>();
        private final Map<LotKey, int[]> flour = new TreeMap<>();
        private final Map<LotKey, Integer> bread = new TreeMap<>();

        RandomGroup(long seed) {
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
            LotKey lot = flour.isEmpty() ? null : List.copyOf(flour.keySet()).get(random.nextInt(flour.size()));
            if (kind == 0 || lot == null) {
                LotKey came = aLot("L" + i).key();
                int quantity = 1 + random.nextInt(20);
                flour.put(came, new int[] {quantity, 0});
                events.add(received("N" + i, "P1", goods(came, quantity + " KGM")));
            } else if (kind < 3 && flour.get(lot)[0] > 0) {
                int moved = 1 + random.nextInt(flour.get(lot)[0]);
                flour.get(lot)[0] -= moved;
                flour.get(lot)[1] += moved;
                events.add(anEvent("T" + i, EventType.TRANSFER)
                        .of(DocumentType.TRANSFER_ORDER, "T" + i)
                        .moving(lot, moved + " KGM", Bakery.in(SHELF), Place.location(POTSDAM, SHELF))
                        .build());
            } else if (kind == 3 && flour.get(lot)[1] > 0) {
                int used = 1 + random.nextInt(flour.get(lot)[1]);
                flour.get(lot)[1] -= used;
                make(i, lot, used);
            } else if (kind == 4 && !bread.isEmpty()) {
                LotKey loaves = List.copyOf(bread.keySet()).get(random.nextInt(bread.size()));
                int gone = bread.remove(loaves);
                events.add(sold("S" + i, loaves, gone + " PCE"));
            } else if (flour.get(lot)[1] > 0) {
                int gone = 1 + random.nextInt(flour.get(lot)[1]);
                flour.get(lot)[1] -= gone;
                events.add(sold("S" + i, lot, gone + " KGM"));
            }
        }

        /** Now and then nothing is made of it yet. */
        private void make(int i, LotKey lot, int used) {
            DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO" + i);
            events.add(anEvent("C" + i, EventType.CONSUME)
                    .of(order.type(), order.number())
                    .moving(lot, used + " KGM", Place.location(POTSDAM, SHELF), Place.productionOrder(order))
                    .build());
            if (random.nextInt(4) == 0) {
                return;
            }
            LotKey loaves = aLot("B" + i).of(BREAD).key();
            events.add(anEvent("M" + i, EventType.PRODUCE)
                    .of(order.type(), order.number())
                    .moving(lot, used + " KGM", Place.productionOrder(order), Place.transformation(POTSDAM))
                    .making(loaves, lot, used + " KGM")
                    .moving(loaves, used + " PCE", Place.transformation(POTSDAM), Place.location(POTSDAM, SHELF))
                    .build());
            bread.put(loaves, used);
        }
    }

    private static TraceEvent sold(String id, LotKey lot, String quantity) {
        return sold(id, POTSDAM, lot, quantity);
    }

    private static TraceEvent sold(String id, SiteId site, LotKey lot, String quantity) {
        return anEvent(id, EventType.SHIP)
                .of(DocumentType.SHIPMENT, id)
                .moving(
                        lot,
                        quantity,
                        Position.at(Place.location(site, SHELF)),
                        Position.at(new Place.Outside(Bakery.MARKET)),
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1))
                .build();
    }

    private Companies companies() {
        return company.service(Companies.class);
    }

    private List<String> unrealised(Optional<PartyId> books) {
        return profits(books).stream()
                .map(profit -> profit.lot().number() + " " + amount(profit.profit()))
                .toList();
    }

    private List<String> entry(LocalDate from, LocalDate to) {
        return companies().eliminations(from, to, Long.MAX_VALUE).stream()
                .map(line -> line.account().code() + " "
                        + line.company().map(PartyId::value).orElse("common") + " " + amount(line.amount()))
                .toList();
    }

    private List<String> lots(LocalDate from, LocalDate to) {
        return companies().eliminatedLots(from, to, Long.MAX_VALUE, 0, 100).stream()
                .map(lot ->
                        lot.account().code() + " " + lot.lot() + " " + amount(lot.before()) + " " + amount(lot.after()))
                .toList();
    }

    private static String amount(Money money) {
        return money.getAmount().toPlainString();
    }
}
