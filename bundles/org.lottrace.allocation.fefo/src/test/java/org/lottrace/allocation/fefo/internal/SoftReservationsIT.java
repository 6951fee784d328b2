package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.company.TestCompany;

/** Ten pieces of bread of one lot, five of a later one; a soft reservation lives for two days. */
class SoftReservationsIT {
    private static final Lot APRIL =
            aLot("APRIL").of(BREAD).expiring("2026-04-20").build();
    private static final Lot MAY = aLot("MAY").of(BREAD).expiring("2026-05-20").build();

    private final Warehouse warehouse = new Warehouse().with(APRIL, "10 C62").with(MAY, "5 C62");
    private final SoftReservations soft = warehouse.company.service(SoftReservations.class);

    @Test
    void a_reservation_says_how_firm_it_is_and_until_when() {
        warehouse.ordered(order("O1", "2026-03-10", "12 C62"));

        done(soft.allocate("O1"));

        assertEquals("APRIL 10 SOFT, MAY 2 SOFT", kinds("O1"));
        assertEquals(
                Optional.of(NOW.plus(Duration.ofDays(2))),
                warehouse.reservations("O1").get(0).until());
        warehouse.allocate("O1");
        assertEquals("APRIL 10 FIRM, MAY 2 FIRM", kinds("O1"));
        done(soft.allocate("O1"));
        assertEquals("APRIL 10 FIRM, MAY 2 FIRM", kinds("O1"));
    }

    @Test
    void an_order_that_is_delivered_earlier_takes_what_is_missing_and_the_loser_is_told() {
        warehouse.ordered(order("LATE", "2026-03-10", "12 C62"), order("SOON", "2026-03-05", "8 C62"));
        done(soft.allocate("LATE"));

        assertEquals("APRIL 3, MAY 5", sorted(warehouse.allocated("SOON")));

        assertEquals(List.of("SOFT_TAKEN 2 C62", "SOFT_TAKEN 3 C62"), lost("LATE"));
        assertEquals(7, reserved("LATE"));
        assertEquals(8, reserved("SOON"));
    }

    @Test
    void of_several_orders_the_one_that_is_delivered_last_gives_way() {
        warehouse.ordered(
                order("MIDDLE", "2026-03-08", "7 C62"),
                order("LAST", "2026-03-12", "8 C62"),
                order("SOON", "2026-03-05", "10 C62"));
        done(soft.allocate("LAST"));
        done(soft.allocate("MIDDLE"));

        warehouse.allocate("SOON");

        assertEquals(0, reserved("LAST"));
        assertEquals(5, reserved("MIDDLE"));
        assertEquals(10, reserved("SOON"));
    }

    @Test
    void an_order_of_the_same_day_or_a_later_one_takes_nothing_and_nobody_takes_what_is_firm() {
        warehouse.ordered(
                order("SOFT", "2026-03-05", "10 C62"),
                order("FIRM", "2026-03-20", "5 C62"),
                order("SAME", "2026-03-05", "1 C62"),
                order("SOON", "2026-03-03", "12 C62"));
        done(soft.allocate("SOFT"));
        warehouse.allocate("FIRM");

        assertEquals("- 1", warehouse.allocated("SAME"));
        assertEquals(10, reserved("SOFT"));
        warehouse.allocate("SOON");
        assertEquals(0, reserved("SOFT"));
        assertEquals(5, reserved("FIRM"));
        assertEquals(10, reserved("SOON"));
    }

    @Test
    void what_is_reserved_softly_and_a_wave_take_nothing_from_others() {
        warehouse.ordered(order("LATE", "2026-03-10", "15 C62"), order("SOON", "2026-03-05", "8 C62"));
        done(soft.allocate("LATE"));

        done(soft.allocate("SOON"));
        done(warehouse.company.service(AllocationWaves.class).allocate(List.of("SOON"), Fairness.AS_LISTED));

        assertEquals(0, reserved("SOON"));
        assertEquals(15, reserved("LATE"));
        assertEquals(List.of(), lost("LATE"));
    }

    @Test
    void a_soft_one_ends_at_its_time_and_its_order_knows() {
        warehouse.ordered(order("O1", "2026-03-10", "12 C62"), order("O2", "2026-03-10", "2 C62"));
        done(soft.allocate("O1"));
        warehouse.allocate("O2");

        assertEquals(0, after(Duration.ofMinutes(2_879)).end(10).size());
        assertEquals(1, after(Duration.ofMinutes(2_880)).end(1).size());
        assertEquals(1, after(Duration.ofMinutes(2_880)).end(10).size());

        assertEquals(0, reserved("O1"));
        assertEquals(2, reserved("O2"));
        assertEquals(List.of("SOFT_ENDED 10 C62", "SOFT_ENDED 2 C62"), lost("O1"));
        assertEquals(0, after(Duration.ofDays(9)).end(10).size());
        assertThrows(IllegalArgumentException.class, () -> soft.end(0));
    }

    @Test
    void what_is_over_gives_way_to_anybody_before_somebody_has_ended_it() {
        warehouse.ordered(order("O1", "2026-03-03", "15 C62"), order("LATE", "2026-03-10", "1 C62"));
        done(soft.allocate("O1"));

        try (TestCompany later = later(Duration.ofDays(3))) {
            done(later.service(org.lottrace.api.allocation.Allocation.class).allocate("LATE"));
        }

        assertEquals(1, reserved("LATE"));
        assertEquals(14, reserved("O1"));
        assertEquals(List.of("SOFT_ENDED 1 C62"), lost("O1"));
    }

    @Test
    void what_is_picked_stands_when_a_new_plan_is_made_until_it_is_unpicked() {
        warehouse.ordered(order("O1", "2026-03-10", "4 C62"));
        done(soft.allocate("O1"));
        Reservations reservations = warehouse.company.service(Reservations.class);
        Reservation reserved = warehouse.reservations("O1").get(0);
        Position gate = Position.at(Bakery.in(Bakery.GATE));

        move(reservations::pick, reserved, gate);
        done(warehouse.allocation.replan("O1"));
        assertEquals("APRIL 4 PICKED", kinds("O1"));
        assertEquals(gate, warehouse.reservations("O1").get(0).position());
        assertEquals(0, after(Duration.ofDays(9)).end(10).size());

        move(reservations::unpick, warehouse.reservations("O1").get(0), reserved.position());
        assertEquals("APRIL 4 FIRM", kinds("O1"));
    }

    private void move(
            java.util.function.BiConsumer<List<StockBalance>, Position> how, Reservation reserved, Position target) {
        warehouse.database.unitOfWork().run(() -> {
            warehouse.database.reservations().lockItems(List.of(BREAD));
            how.accept(List.of(new StockBalance(reserved.lot(), reserved.position(), reserved.quantity())), target);
        });
    }

    @Test
    void an_order_that_wants_less_gives_back_what_is_soft_first() {
        warehouse.ordered(order("O1", "2026-03-10", "4 C62"));
        warehouse.allocate("O1");
        warehouse.ordered(order("O1", "2026-03-10", "12 C62"));
        done(soft.allocate("O1"));
        assertEquals("APRIL 10 FIRM, MAY 2 SOFT", kinds("O1"));

        warehouse.ordered(order("O1", "2026-03-10", "9 C62"));

        assertEquals("APRIL 9 FIRM", kinds("O1"));
    }

    private SoftReservations after(Duration time) {
        return later(time).service(SoftReservations.class);
    }

    private TestCompany later(Duration time) {
        return TestCompany.on(warehouse.database).with(Clock.class, Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }

    private List<String> lost(String order) {
        return warehouse.company.service(AllocationDecisions.class).ofOrder(order, Optional.empty(), 100).stream()
                .flatMap(decision -> decision.candidates().stream()
                        .flatMap(one -> one.reasons().stream())
                        .filter(reason -> reason.code().startsWith("SOFT_"))
                        .map(reason -> reason.code() + " " + needed(decision)))
                .sorted()
                .toList();
    }

    private static String needed(AllocationDecision decision) {
        return decision.needed().toString();
    }

    private String kinds(String order) {
        return warehouse.reservations(order).stream()
                .map(one -> one.lot().number() + " " + one.quantity().amount().toPlainString() + " " + one.kind())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private int reserved(String order) {
        return warehouse.reservations(order).stream()
                .mapToInt(one -> one.quantity().amount().intValueExact())
                .sum();
    }

    private static String sorted(String text) {
        return List.of(text.split(", ")).stream().sorted().collect(Collectors.joining(", "));
    }

    private static SalesOrder order(String number, String delivery, String quantity) {
        return aSalesOrder(number)
                .deliveredOn(delivery)
                .ordering(BREAD, quantity)
                .build();
    }
}
