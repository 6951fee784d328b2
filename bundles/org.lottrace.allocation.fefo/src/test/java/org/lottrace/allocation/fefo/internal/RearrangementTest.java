package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.allocation.fefo.internal.SharedGoods.Goods;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;

/** A line has five pieces of a lot, and takes more of it or leaves some. */
class RearrangementTest {
    private static final OrderLineReference LINE =
            new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 1);
    private static final LotKey APRIL = aLot("APRIL").of(BREAD).build().key();
    private static final Position THERE = Position.at(in(SHELF));

    @ParameterizedTest
    @CsvSource({
        "PICKED, 2,  7 PICKED",
        "PICKED, -2, 3 PICKED",
        "PICKED, -5, ''",
        "FIRM,   2,  7 FIRM",
        "FIRM,   -2, 3 FIRM",
        // a wave reserves firmly
        "SOFT,   2,  7 FIRM"
    })
    void what_is_left_is_as_firm_as_it_was(ReservationKind kind, int change, String expected) {
        Reservation before = new Reservation(
                LINE,
                APRIL,
                THERE,
                quantity("5 C62"),
                kind,
                kind == ReservationKind.SOFT ? Optional.of(NOW) : Optional.empty());

        assertEquals(expected, after(List.of(before), change));
    }

    @Test
    void what_comes_new_is_firm() {
        assertEquals("2 FIRM", after(List.of(), 2));
    }

    private static String after(List<Reservation> before, int change) {
        LineAllocation line = new LineAllocation(LINE, BREAD, quantity("9 C62"), quantity("0 C62"), before, List.of());
        return Rearrangement.after(
                        before, line, Map.of(new Goods(APRIL, THERE, Optional.empty()), BigDecimal.valueOf(change)))
                .stream()
                .map(one -> one.quantity().amount().toPlainString() + " " + one.kind())
                .collect(Collectors.joining(", "));
    }
}
