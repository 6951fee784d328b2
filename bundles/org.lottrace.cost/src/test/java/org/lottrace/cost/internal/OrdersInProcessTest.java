package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

class OrdersInProcessTest {
    private static final LotKey FLOUR = aLot("L1").key();
    private static final DocumentReference ORDER = new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO1");
    private static final List<JournalLine> TWO_EUROS = List.of(new JournalLine(
            Account.WORK_IN_PROCESS,
            Optional.of(FLOUR),
            Optional.of(Quantity.of("1", "KGM")),
            Optional.empty(),
            Money.parse("EUR 2.00")));

    private final OrdersInProcess orders = new OrdersInProcess();
    private int read;

    @Test
    void an_order_is_read_once_and_then_known_while_page_follows_page() {
        orders.goOnAt(1);
        worth();
        orders.booked(List.of(ORDER, ORDER), TWO_EUROS);
        orders.cameTo(100);
        orders.goOnAt(101);

        assertEquals(Money.parse("EUR 4.00"), worth());
        assertEquals(1, read);
    }

    @Test
    void nothing_that_a_page_which_failed_has_booked_is_known_afterwards() {
        orders.goOnAt(1);
        worth();
        orders.cameTo(1);
        orders.goOnAt(2);
        orders.booked(List.of(ORDER), TWO_EUROS);
        orders.goOnAt(2); // once more, event by event

        assertEquals(Money.parse("EUR 2.00"), worth());
        assertEquals(2, read);
    }

    @Test
    void nothing_is_known_any_more_when_another_node_has_booked_or_the_books_begin_again() {
        orders.goOnAt(1);
        worth();
        orders.cameTo(10);
        orders.goOnAt(12);
        worth();
        orders.cameTo(12);
        orders.goOnAt(1);
        worth();

        assertEquals(3, read);
    }

    private Money worth() {
        return orders.of(ORDER, () -> {
                    read++;
                    return new InProcess(Money.parse("EUR 0.00")).with(TWO_EUROS);
                })
                .left(FLOUR)
                .orElseThrow()
                .left()
                .value();
    }
}
