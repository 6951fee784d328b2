package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

class AllocationDecisionStoreContractIT extends StoreContract {
    private static final AllocationDecision CHOSEN = decision(1, "SO1", Optional.empty());
    private static final AllocationDecision DEVIATING =
            decision(2, "SO1", Optional.of(new Deviation("anna", "customer asked")));
    private static final AllocationDecision OF_ANOTHER = decision(3, "SO2", Optional.empty());

    @Test
    void what_was_decided_is_given_back_as_it_was_the_newest_first() {
        inOne(() -> db.allocationDecisions().insert(List.of(CHOSEN, DEVIATING, OF_ANOTHER)));

        assertEquals(List.of(DEVIATING, CHOSEN), ofOrder("SO1", Optional.empty(), 9));
        assertEquals(List.of(CHOSEN), ofOrder("SO1", Optional.of(2L), 9));
        assertEquals(List.of(DEVIATING), ofOrder("SO1", Optional.empty(), 1));
        assertEquals(List.of(), ofOrder("SO9", Optional.empty(), 9));
    }

    @Test
    void what_was_decided_for_several_orders_is_given_by_number() {
        inOne(() -> db.allocationDecisions().insert(List.of(OF_ANOTHER, CHOSEN, DEVIATING)));

        assertEquals(List.of(CHOSEN, DEVIATING, OF_ANOTHER), db.unitOfWork().required(() -> db.allocationDecisions()
                .ofOrders(List.of(
                        OF_ANOTHER.orderLine().order(), CHOSEN.orderLine().order()))));
        assertEquals(List.of(OF_ANOTHER), db.unitOfWork().required(() -> db.allocationDecisions()
                .ofOrders(List.of(OF_ANOTHER.orderLine().order()))));
    }

    @Test
    void deviations_of_all_orders_are_found() {
        inOne(() -> db.allocationDecisions().insert(List.of(CHOSEN, DEVIATING, OF_ANOTHER)));

        assertEquals(List.of(DEVIATING), db.unitOfWork().required(() -> db.allocationDecisions()
                .deviations(Optional.empty(), 9)));
        assertEquals(List.of(), db.unitOfWork().required(() -> db.allocationDecisions()
                .deviations(Optional.of(2L), 9)));
    }

    @Test
    void a_loss_is_open_until_something_is_decided_for_its_line_later() {
        AllocationDecision first = loss(11, "S8", 1);
        AllocationDecision second = loss(12, "S8", 1);
        AllocationDecision otherLine = loss(13, "S8", 2);
        AllocationDecision otherOrder = loss(14, "S9", 1);
        inOne(() -> db.allocationDecisions().insert(List.of(CHOSEN, first, second, otherLine, otherOrder)));

        assertEquals(List.of(second, otherLine, otherOrder), losses(0, 10));
        assertEquals(List.of(otherLine), losses(12, 1));

        inOne(() -> db.allocationDecisions().insert(List.of(decision(15, "S8", Optional.empty()))));
        assertEquals(List.of(otherLine, otherOrder), losses(0, 10));
    }

    private List<AllocationDecision> losses(long after, int limit) {
        return db.unitOfWork().required(() -> db.allocationDecisions().openLosses(after, limit));
    }

    private static AllocationDecision loss(long number, String order, int line) {
        return new AllocationDecision(
                number,
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), line),
                BREAD,
                Instant.parse("2026-03-02T08:00:00.000001Z"),
                LocalDate.of(2026, 3, 3),
                Rotation.FEFO,
                List.of(),
                Quantity.of("3", "C62"),
                List.of(new Candidate(
                        aLot("A").of(BREAD).build().key(),
                        Position.at(in(SHELF)),
                        Optional.empty(),
                        Quantity.of("3", "C62"),
                        Quantity.of("0", "C62"),
                        List.of(new Violation(AllocationDecision.RESERVATION_LOST, "position", "gone")))),
                0,
                Optional.empty());
    }

    private List<AllocationDecision> ofOrder(String number, Optional<Long> before, int limit) {
        return db.unitOfWork().required(() -> db.allocationDecisions()
                .ofOrder(new DocumentReference(DocumentType.SALES_ORDER, number), before, limit));
    }

    /** With every sign in a message that the text of the candidates uses itself. */
    private static AllocationDecision decision(long number, String order, Optional<Deviation> deviation) {
        return new AllocationDecision(
                number,
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1),
                BREAD,
                Instant.parse("2026-03-02T08:00:00.000001Z"),
                LocalDate.of(2026, 3, 3),
                Rotation.LEFO,
                List.of(4L, 11L),
                Quantity.of("12.5", "C62"),
                List.of(
                        new Candidate(
                                aLot("A").of(BREAD).build().key(),
                                Position.at(in(SHELF)),
                                Optional.empty(),
                                Quantity.of("9", "C62"),
                                Quantity.of("0.000001", "C62"),
                                List.of()),
                        new Candidate(
                                aLot("B").of(BREAD).build().key(),
                                Position.at(in(SHELF), pallet(1)),
                                Optional.of(LocalDate.of(2026, 4, 1)),
                                Quantity.of("9", "C62"),
                                Quantity.of("0", "C62"),
                                List.of(
                                        new Violation("LOT_ON_HOLD", "lot", "a\tb\nc\\td\\"),
                                        new Violation("FULLY_RESERVED", "position", "")))),
                7,
                deviation);
    }
}
