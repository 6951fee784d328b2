package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.ShipNoticeId;

/** Of each line of the notice 10 kilograms are expected and all have come. */
class ReopenedNoticeTest {
    private static final Place SUPPLIER = Place.party(MILL);

    private final ExpectedReceipt expected = new ExpectedReceipt(
            aShipNotice("N1").build(),
            BERLIN,
            List.of(
                    line(1, "L1", 1, Optional.empty()),
                    line(2, "L1", 1, Optional.of(pallet(1))),
                    line(3, "L1", 2, Optional.of(pallet(1))),
                    line(4, "L2", 1, Optional.of(pallet(1))),
                    line(5, "L1", 1, Optional.of(pallet(2)))));

    @Test
    void the_notice_is_that_of_the_sender_of_the_goods() {
        assertEquals(
                Optional.of(new ShipNoticeId(MILL, "N1")),
                ReopenedNotice.of(receipt("1 KGM", 1, 1).build()));
        assertEquals(
                Optional.empty(),
                ReopenedNotice.of(anEvent("e1", RECEIVE)
                        .of(PURCHASE_ORDER, "PO1")
                        .moving(aLot("L1").key(), "1 KGM", SUPPLIER, in(DOCK))
                        .build()));
        assertEquals(
                Optional.empty(),
                ReopenedNotice.of(anEvent("e1", EventType.TRANSFER)
                        .of(SHIP_NOTICE, "N1")
                        .moving(aLot("L1").key(), "1 KGM", in(SHELF), in(GATE))
                        .build()));
    }

    @Test
    void the_line_of_the_same_lot_order_line_and_logistic_unit_is_expected_again() {
        assertEquals(List.of("10", "6", "10", "10", "10"), received(receipt("4 KGM", 1, 1)));
        assertEquals(List.of("10", "10", "6", "10", "10"), received(receipt("4 KGM", 2, 1)));
        assertEquals(List.of("10", "10", "10", "10", "6"), received(receipt("4 KGM", 1, 2)));
    }

    @Test
    void what_a_line_did_not_take_was_for_the_others_and_none_gives_back_more_than_came() {
        assertEquals(List.of("5", "0", "10", "10", "10"), received(receipt("15 KGM", 1, 1)));
        assertEquals(List.of("0", "0", "10", "10", "0"), received(receipt("99 KGM", 1, 1)));
    }

    @Test
    void the_lines_of_a_receipt_are_taken_back_one_after_the_other() {
        EventBuilder twice = receipt("6 KGM", 1, 1)
                .moving(
                        aLot("L1").key(),
                        "6 KGM",
                        Position.at(SUPPLIER, pallet(1)),
                        Position.at(in(DOCK), pallet(1)),
                        orderLine(1));

        assertEquals(List.of("8", "0", "10", "10", "10"), received(twice));
    }

    @Test
    void all_else_of_the_notice_stays() {
        ExpectedReceipt after =
                ReopenedNotice.without(expected, receipt("10 KGM", 1, 1).build());

        assertEquals(expected.notice(), after.notice());
        assertEquals(expected.site(), after.site());
        ExpectedReceipt.Line before = expected.lines().get(1);
        assertEquals(before.having(quantity("0 KGM")), after.lines().get(1));
    }

    private List<String> received(EventBuilder receipt) {
        return ReopenedNotice.without(expected, receipt.build()).lines().stream()
                .map(line -> line.received().amount().toPlainString())
                .toList();
    }

    private static EventBuilder receipt(String quantity, int orderLine, int pallet) {
        return anEvent("e1", RECEIVE)
                .of(SHIP_NOTICE, "N1")
                .moving(
                        aLot("L1").key(),
                        quantity,
                        Position.at(SUPPLIER, pallet(pallet)),
                        Position.at(in(DOCK), pallet(pallet)),
                        orderLine(orderLine));
    }

    private static ExpectedReceipt.Line line(int number, String lot, int orderLine, Optional<Sscc> container) {
        return new ExpectedReceipt.Line(
                number,
                aLot(lot).build(),
                quantity("10 KGM"),
                quantity("10 KGM"),
                quantity("10 KGM"),
                orderLine(orderLine),
                container);
    }

    private static OrderLineReference orderLine(int number) {
        return new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "PO1"), number);
    }
}
