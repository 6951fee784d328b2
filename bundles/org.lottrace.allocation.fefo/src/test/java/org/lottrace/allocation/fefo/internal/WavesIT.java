package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.RecallFixture;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;

/** 10 pieces of bread in two lots; three orders want 6, 6 and 8 of it, delivered on 5, 4 and 3 March. */
class WavesIT {
    private final Warehouse warehouse = new Warehouse()
            .with(aLot("MARCH").of(BREAD).expiring("2026-03-20").build(), "4 C62")
            .with(aLot("APRIL").of(BREAD).expiring("2026-04-20").build(), "6 C62")
            .with(aLot("S").of(SALT).build(), "1 KGM")
            .ordered(
                    aSalesOrder("O1")
                            .deliveredOn("2026-03-05")
                            .urgent(2)
                            .ordering(BREAD, "6 C62")
                            .build(),
                    aSalesOrder("O2")
                            .deliveredOn("2026-03-04")
                            .urgent(1)
                            .ordering(BREAD, "6 C62")
                            .build(),
                    aSalesOrder("O3")
                            .deliveredOn("2026-03-03")
                            .ordering(BREAD, "8 C62")
                            .ordering(SALT, "2 KGM")
                            .build());
    private final AllocationWaves waves = warehouse.company.service(AllocationWaves.class);

    @ParameterizedTest
    @CsvSource(delimiter = '/', textBlock = """
            AS_LISTED        / O1 O2 O3 / O1: MARCH 4, APRIL 2; O2: APRIL 4 - 2; O3: - 8 | S 1 - 1
            AS_LISTED        / O2 O1    / O2: MARCH 4, APRIL 2; O1: APRIL 4 - 2
            BY_DELIVERY_DATE / O1 O2 O3 / O3: MARCH 4, APRIL 4 | S 1 - 1; O2: APRIL 2 - 4; O1: - 6
            # 2 is less urgent than 1, and nobody said how urgent O3 is
            BY_PRIORITY      / O1 O2 O3 / O2: MARCH 4, APRIL 2; O1: APRIL 4 - 2; O3: - 8 | S 1 - 1
            # 10 of 20: half of what each one wants
            PROPORTIONAL     / O1 O2 O3 / O3: MARCH 4 - 4 | S 1 - 1; O2: APRIL 3 - 3; O1: APRIL 3 - 3
            # 10 of 12: 5 each
            PROPORTIONAL     / O1 O2    / O2: MARCH 4, APRIL 1 - 1; O1: APRIL 5 - 1
            PROPORTIONAL     / O1       / O1: MARCH 4, APRIL 2
            """)
    void who_goes_short_is_said(Fairness fairness, String orders, String expected) {
        assertEquals(expected, served(fairness, orders));
    }

    @Test
    void what_would_be_is_what_is_and_writes_nothing() {
        for (Fairness fairness : Fairness.values()) {
            SortedMap<String, List<String>> before = warehouse.database.contents();

            List<LineAllocation> wouldBe = done(waves.whatIf(List.of("O1", "O2", "O3"), fairness));

            assertEquals(before, warehouse.database.contents());
            assertEquals(wouldBe, done(waves.allocate(List.of("O1", "O2", "O3"), fairness)));
            List.of("O1", "O2", "O3").forEach(order -> {
                assertTrue(wouldBe.containsAll(done(warehouse.allocation.show(order))));
                warehouse.allocation.cancel(order);
            });
        }
    }

    @Test
    void each_order_keeps_why_it_got_its_lots() {
        done(waves.allocate(List.of("O1", "O2"), Fairness.AS_LISTED));

        assertEquals(
                List.of("MARCH 4", "APRIL 2"),
                warehouse
                        .company
                        .service(AllocationDecisions.class)
                        .ofOrder("O1", Optional.empty(), 9)
                        .get(0)
                        .candidates()
                        .stream()
                        .map(c -> c.lot().number() + " " + c.taken().amount())
                        .toList());
    }

    /** Near wants the freshest and can have any; the market can only have what is good in April. */
    @ParameterizedTest
    @EnumSource(Fairness.class)
    void a_line_that_can_have_other_goods_leaves_its_own_to_one_that_cannot(Fairness fairness) {
        warehouse
                .with(aParty("NEAR").as(PartyRole.CUSTOMER).build())
                .ordered(aSalesOrder("N1")
                        .by(new PartyId("NEAR"))
                        .deliveredOn("2026-03-03")
                        .urgent(1)
                        .ordering(BREAD, "6 C62")
                        .build());
        save("NEAR", "rotation=LEFO");
        save("MARKET", "until=2026-04-01");

        done(waves.allocate(List.of("N1", "O1"), fairness));

        assertEquals("MARCH 4, APRIL 2", warehouse.shown("N1"));
        assertEquals("APRIL 4 - 2", warehouse.shown("O1"));
        assertEquals(
                List.of("MARCH []", "APRIL [GIVEN_TO_OTHER_LINE]"),
                newest("N1").candidates().stream()
                        .map(c -> c.lot().number() + " "
                                + c.reasons().stream().map(Violation::code).toList())
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** Two pieces are picked where the wave takes four more for it and gives those to the other line. */
    @Test
    void what_is_picked_stays_picked_when_its_line_leaves_other_pieces_of_it_to_another_one() {
        warehouse.with(aParty("NEAR").as(PartyRole.CUSTOMER).build()).ordered(nearby("2 C62"));
        save("NEAR", "rotation=LEFO");
        save("MARKET", "until=2026-04-01");
        assertEquals("APRIL 2", warehouse.allocated("N1"));
        Reservation reserved = warehouse.reservations("N1").get(0);
        warehouse.database.unitOfWork().run(() -> {
            warehouse.database.reservations().lockItems(List.of(BREAD));
            warehouse
                    .company
                    .service(Reservations.class)
                    .pick(
                            List.of(new StockBalance(reserved.lot(), reserved.position(), reserved.quantity())),
                            reserved.position());
        });
        warehouse.ordered(nearby("6 C62"));

        done(waves.allocate(List.of("N1", "O1"), Fairness.AS_LISTED));

        assertEquals("APRIL 4 - 2", warehouse.shown("O1"));
        assertEquals(
                List.of("APRIL 2 PICKED", "MARCH 4 FIRM"),
                warehouse.reservations("N1").stream()
                        .map(one -> one.lot().number() + " " + one.quantity().amount() + " " + one.kind())
                        .sorted()
                        .toList());
    }

    /** @param meanwhile what others do while the lock on the items is waited for */
    private TestCompany company(Runnable meanwhile) {
        ReservationStore store = warehouse.database.reservations();
        ReservationStore slow = (ReservationStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReservationStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("lockItems")) {
                        meanwhile.run();
                    }
                    return method.invoke(store, given);
                });
        return TestCompany.on(warehouse.database)
                .with(Clock.class, Bakery.CLOCK)
                .with(ReservationStore.class, slow);
    }

    private static SalesOrder nearby(String quantity) {
        return nearby("N1", quantity);
    }

    private static SalesOrder nearby(String number, String quantity) {
        return aSalesOrder(number)
                .by(new PartyId("NEAR"))
                .deliveredOn("2026-03-03")
                .ordering(BREAD, quantity)
                .build();
    }

    /** O1 is to be delivered before O3 by the time that the lock is there. */
    @ParameterizedTest
    @EnumSource(value = Fairness.class, names = "AS_LISTED", mode = EnumSource.Mode.EXCLUDE)
    void the_day_of_delivery_counts_as_it_is_under_the_lock(Fairness fairness) {
        SalesOrder now = aSalesOrder("O1")
                .deliveredOn("2026-03-02")
                .ordering(BREAD, "6 C62")
                .build();
        try (TestCompany company =
                company(() -> warehouse.database.salesOrders().save(now))) {

            List<LineAllocation> served =
                    done(company.service(AllocationWaves.class).allocate(List.of("O1", "O3"), fairness));

            assertEquals("O1", served.get(0).orderLine().order().number());
        }
    }

    /** What O1 wants is covered by the lot that expires first, but by the time that the lock is there it is for who gets the freshest. */
    @Test
    void the_rules_count_for_the_order_as_it_is_under_the_lock() {
        warehouse.with(aParty("NEAR").as(PartyRole.CUSTOMER).build());
        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, "2 C62").build());
        save("NEAR", "rotation=LEFO");
        SalesOrder now = nearby("O1", "2 C62");
        try (TestCompany company =
                company(() -> warehouse.database.salesOrders().save(now))) {
            done(company.service(AllocationWaves.class).allocate(List.of("O1"), Fairness.AS_LISTED));
        }

        assertEquals("APRIL 2", warehouse.shown("O1"));
    }

    @Test
    void a_line_has_no_more_lots_than_its_rule_allows_however_often_it_is_served() {
        save("MARKET", "lots=1");

        done(waves.allocate(List.of("O1", "O3"), Fairness.PROPORTIONAL));
        done(waves.allocate(List.of("O1", "O3"), Fairness.AS_LISTED));

        for (String order : List.of("O1", "O3")) {
            assertEquals(
                    1,
                    warehouse.reservations(order).stream()
                            .filter(one -> one.lot().item().equals(BREAD))
                            .count(),
                    warehouse.shown(order));
        }
    }

    private AllocationDecision newest(String order) {
        return warehouse
                .company
                .service(AllocationDecisions.class)
                .ofOrder(order, Optional.empty(), 1)
                .get(0);
    }

    private void save(String customer, String terms) {
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(
                        RecallFixture.ANNA,
                        new RuleChange(
                                new RuleScope(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new PartyId(customer)),
                                        Optional.empty(),
                                        Optional.empty()),
                                Bakery.TODAY,
                                Terms.of(terms),
                                "test")));
    }

    @ParameterizedTest
    @EnumSource(Fairness.class)
    void a_wave_sends_as_many_statements_for_many_orders_as_for_few(Fairness fairness) {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add("W" + i);
            warehouse.ordered(aSalesOrder("W" + i)
                    .deliveredOn("2026-03-0" + (3 + i % 5))
                    .ordering(BREAD, "1 C62")
                    .ordering(SALT, "1 KGM")
                    .build());
        }

        int few = SentStatements.of(() -> done(waves.allocate(many.subList(0, 2), fairness)))
                .size();
        many.forEach(warehouse.allocation::cancel);

        assertEquals(
                few,
                SentStatements.of(() -> done(waves.allocate(many, fairness))).size());
    }

    @Test
    void the_same_again_changes_nothing() {
        done(waves.allocate(List.of("O1", "O2", "O3"), Fairness.PROPORTIONAL));
        List<String> before = List.of(warehouse.shown("O1"), warehouse.shown("O2"), warehouse.shown("O3"));

        done(waves.allocate(List.of("O3", "O2", "O1"), Fairness.AS_LISTED));

        assertEquals(before, List.of(warehouse.shown("O1"), warehouse.shown("O2"), warehouse.shown("O3")));
    }

    @Test
    void every_problem_is_told_with_its_place() {
        Outcome<List<LineAllocation>> refused = waves.allocate(List.of("O1", "O8", "O9"), Fairness.AS_LISTED);

        assertEquals(
                List.of("ORDER_UNKNOWN salesOrders[2]", "ORDER_UNKNOWN salesOrders[3]"),
                refused.violations().stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
        assertEquals(
                "", warehouse.reservations("O1").stream().map(Object::toString).collect(Collectors.joining()));
        assertEquals("WAVE_EMPTY", code(List.of()));
        assertEquals("ORDER_REPEATED", code(List.of("O1", "O1")));
        assertEquals("WAVE_TOO_LARGE", code(Collections.nCopies(1001, "O1")));
    }

    private String code(List<String> orders) {
        return waves.whatIf(orders, Fairness.AS_LISTED).violations().get(0).code();
    }

    private String served(Fairness fairness, String orders) {
        List<String> numbers = Arrays.asList(orders.split(" "));
        List<String> texts = new ArrayList<>();
        done(waves.allocate(numbers, fairness)).stream()
                .map(line -> line.orderLine().order().number())
                .distinct()
                .forEach(number -> texts.add(number + ": " + warehouse.shown(number)));
        return String.join("; ", texts);
    }
}
