package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Berlin has 1000 kilograms of each of two lots of flour; Potsdam wants some of it. */
class TransferOrdersIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final TransferOrders orders = bakery.company().service(TransferOrders.class);
    private final TransferAllocation allocation = bakery.company().service(TransferAllocation.class);

    @Test
    void what_a_site_is_to_send_is_reserved_and_its_dispatch_uses_it_and_serves_the_order() {
        saved(order("TR1", "1200 KGM"));

        assertEquals(List.of("1 FLOUR 1200 KGM short 0 KGM"), lines(done(allocation.allocate("TR1"))));
        assertEquals(1, allocation.decisions("TR1", Optional.empty(), 10).size());

        TraceEvent event = recorded(dispatch("d1", "TR1"));

        assertEquals(List.of(new DocumentReference(DocumentType.TRANSFER_ORDER, "TR1")), event.documents());
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertEquals(List.of(), bakery.reserved(FLOUR_2));
        assertEquals(List.of("1 FLOUR 0 KGM short 0 KGM"), lines(done(allocation.show("TR1"))));
        assertEquals(quantity("1200 KGM"), done(allocation.show("TR1")).get(0).shipped());
        assertEquals(event, recorded(dispatch("d1", "TR1")));
    }

    @Test
    void a_part_leaves_and_the_rest_stays_reserved_until_it_leaves_too() {
        saved(order("TR1", "500 KGM"));
        done(allocation.allocate("TR1"));

        recorded(dispatch("d1", "TR1", on(SHELF, FLOUR_1, "200 KGM")));
        assertEquals(List.of("BER/A-01 300 KGM"), bakery.reserved(FLOUR_1));

        recorded(dispatch("d2", "TR1", on(SHELF, FLOUR_2, "250 KGM")));
        assertEquals(List.of("BER/A-01 50 KGM"), bakery.reserved(FLOUR_1));
        assertEquals(List.of("1 FLOUR 50 KGM short 0 KGM"), lines(done(allocation.show("TR1"))));
    }

    @Test
    void two_lines_of_one_item_are_both_served_from_one_lot() {
        saved(new TransferOrder(
                "TR1",
                BERLIN,
                POTSDAM,
                LocalDate.of(2026, 3, 3),
                Optional.empty(),
                List.of(
                        new TransferOrder.Line(1, FLOUR, quantity("300 KGM")),
                        new TransferOrder.Line(2, FLOUR, quantity("200 KGM")))));
        done(allocation.allocate("TR1"));

        recorded(dispatch("d1", "TR1"));

        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertEquals(
                List.of(quantity("300 KGM"), quantity("200 KGM")),
                done(allocation.show("TR1")).stream()
                        .map(LineAllocation::shipped)
                        .toList());
    }

    @Test
    void a_dispatch_that_is_reversed_serves_nothing_any_more() {
        saved(order("TR1", "500 KGM"));
        done(allocation.allocate("TR1"));
        recorded(dispatch("d1", "TR1"));

        done(bakery.reverse("r1", "d1"));

        assertEquals(List.of("1 FLOUR 0 KGM short 500 KGM"), lines(done(allocation.show("TR1"))));
    }

    @Test
    void what_one_site_is_to_send_no_customer_gets() {
        saved(order("TR1", "1900 KGM"));
        done(allocation.allocate("TR1"));
        sold("SO1", "500 KGM");

        List<LineAllocation> sold = done(
                bakery.company().service(AllocationWaves.class).allocate(List.of("SO1"), Fairness.BY_DELIVERY_DATE));

        assertEquals(quantity("100 KGM"), sold.get(0).reserved());
    }

    @Test
    void a_wave_serves_all_kinds_of_orders_by_their_priority() {
        saved(new TransferOrder("TR1", BERLIN, POTSDAM, LocalDate.of(2026, 3, 9), Optional.of(1), lines("1500 KGM")));
        sold("SO1", "1000 KGM");

        List<LineAllocation> served = done(bakery.company()
                .service(AllocationWaves.class)
                .allocate(new WaveRequest(List.of("SO1"), List.of("TR1"), List.of(), Fairness.BY_PRIORITY)));

        assertEquals(List.of("1 FLOUR 1500 KGM short 0 KGM", "1 FLOUR 500 KGM short 500 KGM"), lines(served));
    }

    @Test
    void who_may_not_reserve_for_a_kind_of_order_may_not_do_so_through_a_wave() {
        AllocationWaves waves = bakery.company().service(AllocationWaves.class);
        WaveRequest wave = new WaveRequest(List.of("SO1"), List.of("TR1"), List.of("FA1"), Fairness.AS_LISTED);

        assertEquals(
                List.of("ROLE_MISSING productionOrders"),
                codes(waves.allocate(new Caller("ship", Set.of(Role.SHIPPER)), wave)
                        .violations()));
        assertEquals(
                List.of("ROLE_MISSING salesOrders", "ROLE_MISSING transferOrders"),
                codes(waves.allocate(new Caller("make", Set.of(Role.PRODUCER)), wave)
                        .violations()));
        assertEquals(
                List.of(
                        "ORDER_UNKNOWN salesOrders[1]",
                        "ORDER_UNKNOWN transferOrders[1]",
                        "ORDER_UNKNOWN productionOrders[1]"),
                codes(waves.allocate(new Caller("boss", Set.of(Role.OPERATOR)), wave)
                        .violations()));
    }

    @Test
    void an_order_that_gets_smaller_keeps_the_rest_and_one_for_another_site_gives_everything_back() {
        saved(order("TR1", "500 KGM"));
        done(allocation.allocate("TR1"));

        saved(order("TR1", "200 KGM"));
        assertEquals(List.of("BER/A-01 200 KGM"), bakery.reserved(FLOUR_1));

        saved(new TransferOrder("TR1", BERLIN, POTSDAM, LocalDate.of(2026, 3, 4), Optional.empty(), lines("200 KGM")));
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertTrue(allocation.decisions("TR1", Optional.empty(), 10).stream().anyMatch(AllocationDecision::isLoss));
    }

    @Test
    void what_is_lost_is_planned_anew() {
        saved(order("TR1", "500 KGM"));
        done(allocation.allocate("TR1"));
        done(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), Optional.empty(), "foreign matter"));

        done(bakery.company()
                .service(LostReservations.class)
                .mend(new DocumentReference(DocumentType.TRANSFER_ORDER, "TR1")));

        assertEquals(List.of("BER/A-01 500 KGM"), bakery.reserved(FLOUR_2));
    }

    @Test
    void lots_must_be_good_when_they_arrive() {
        LotKey bread = bakery.baked("B1");
        TransferOrder late = new TransferOrder(
                "TR1",
                BERLIN,
                POTSDAM,
                LocalDate.of(2026, 5, 1),
                Optional.empty(),
                List.of(new TransferOrder.Line(1, BREAD, quantity("10 C62"))));
        saved(late);

        LineAllocation line = done(allocation.allocate("TR1")).get(0);

        assertEquals(quantity("10 C62"), line.shortBy());
        assertEquals(bread, line.candidates().get(0).lot());
        assertEquals(
                List.of("LOT_EXPIRED"),
                line.candidates().get(0).reasons().stream()
                        .map(reason -> reason.code())
                        .toList());
    }

    @Test
    void what_is_wrong_with_an_order_is_said_all_at_once() {
        TransferOrder wrong = new TransferOrder(
                "TR1",
                BERLIN,
                BERLIN,
                LocalDate.of(2026, 3, 3),
                Optional.empty(),
                List.of(
                        new TransferOrder.Line(1, FLOUR, quantity("0 KGM")),
                        new TransferOrder.Line(1, new ItemNumber("CAKE"), quantity("1 KGM")),
                        new TransferOrder.Line(2, FLOUR, quantity("1 LTR"))));
        TransferOrder empty = new TransferOrder(
                "TR2", new SiteId("XXX"), POTSDAM, LocalDate.of(2026, 3, 3), Optional.empty(), List.of());

        assertEquals(
                List.of(
                        "SAME_SITE orders[1].toSite",
                        "QUANTITY_NOT_POSITIVE orders[1].lines[1].quantity",
                        "LINE_REPEATED orders[1].lines[2].number",
                        "ITEM_UNKNOWN orders[1].lines[2].item",
                        "UNIT_UNKNOWN orders[1].lines[3].quantity",
                        "SITE_UNKNOWN orders[2].fromSite",
                        "LINES_MISSING orders[2].lines"),
                codes(orders.save(List.of(wrong, empty))));
        assertEquals(List.of(), orders.after("", 10));
    }

    @ParameterizedTest
    @CsvSource({
        "TR9, FLOUR, 100 KGM, POT, ORDER_UNKNOWN transferOrder",
        "TR1, SALT, 1 KGM, POT, ITEM_NOT_ORDERED lines[1].lot",
        "TR1, FLOUR, 600 KGM, POT, MORE_THAN_ORDERED lines[1].quantity",
        "TR2, FLOUR, 100 KGM, POT, OTHER_SITE transferOrder"
    })
    void a_dispatch_that_does_not_fit_its_order_is_refused_and_a_report_is_recorded(
            String order, String item, String quantity, String site, String refusal) {
        saved(order("TR1", "500 KGM"));
        saved(new TransferOrder("TR2", POTSDAM, BERLIN, LocalDate.of(2026, 3, 3), Optional.empty(), lines("500 KGM")));
        LotQuantity goods = item.equals("SALT") ? on(SHELF, salt(), quantity) : on(SHELF, FLOUR_1, quantity);

        assertEquals(List.of(refusal), refusals(dispatch("d1", order, goods)));

        TraceEvent event = recorded(bakery.capture()
                .dispatch(new Dispatch(
                        aContext("d2").reported().request(),
                        POTSDAM,
                        Optional.empty(),
                        Optional.of(order),
                        List.of(goods))));
        assertTrue(
                event.keyData().stream()
                        .anyMatch(datum -> datum.value().text().equals(refusal.substring(0, refusal.indexOf(' ')))),
                event.keyData().toString());
    }

    @Test
    void without_goods_and_without_anything_reserved_nothing_leaves() {
        saved(order("TR1", "500 KGM"));

        assertEquals(
                List.of("NOT_RESERVED transferOrder"),
                refusals(dispatch("d1", "TR1")).stream()
                        .filter(refusal -> !refusal.startsWith("LINES_MISSING"))
                        .toList());
    }

    private LotKey salt() {
        LotKey salt = new LotKey(MILL, SALT, new LotNumber("SALT-1"));
        recorded(bakery.capture()
                .count(new StockCount(
                        aContext("count").reported().request(), "C1", List.of(on(SHELF, salt, "5 KGM")))));
        return salt;
    }

    private Outcome<RecordedEvent> dispatch(String id, String order, LotQuantity... goods) {
        CaptureContext context = aContext(id).request();
        return bakery.capture()
                .dispatch(new Dispatch(context, POTSDAM, Optional.empty(), Optional.of(order), List.of(goods)));
    }

    private void sold(String number, String quantity) {
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder(number).ordering(FLOUR, quantity).build())));
    }

    private void saved(TransferOrder order) {
        assertEquals(List.of(), orders.save(List.of(order)));
    }

    private static TransferOrder order(String number, String quantity) {
        return new TransferOrder(number, BERLIN, POTSDAM, LocalDate.of(2026, 3, 3), Optional.empty(), lines(quantity));
    }

    private static List<TransferOrder.Line> lines(String quantity) {
        return List.of(new TransferOrder.Line(1, FLOUR, quantity(quantity)));
    }

    private static List<String> lines(List<LineAllocation> lines) {
        return Stream.ofNullable(lines)
                .flatMap(List::stream)
                .map(line -> line.orderLine().line() + " " + line.item() + " " + line.reserved() + " short "
                        + line.shortBy())
                .toList();
    }
}
