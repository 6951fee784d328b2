package org.lottrace.api.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;

class JournalEntryTest {
    @Test
    void takes_lines_whose_debits_and_credits_are_equal() {
        assertEquals(3, entry("EUR 10.00", "EUR -9.99", "EUR -0.01").lines().size());
    }

    @Test
    void refuses_lines_that_differ_by_a_cent() {
        assertThrows(IllegalArgumentException.class, () -> entry("EUR 10.00", "EUR -9.99"));
    }

    @Test
    void refuses_one_line_alone() {
        assertThrows(IllegalArgumentException.class, () -> entry("EUR 0.00"));
    }

    @Test
    void a_quantity_of_goods_on_consignment_may_stand_alone_without_an_amount() {
        assertEquals(1, entry(Account.CONSIGNED_GOODS, "EUR 0.00").lines().size());
        assertThrows(IllegalArgumentException.class, () -> entry(Account.CONSIGNED_GOODS, "EUR 0.01"));
    }

    private static JournalEntry entry(String... amounts) {
        return entry(Account.INVENTORY, amounts);
    }

    private static JournalEntry entry(Account account, String... amounts) {
        List<JournalLine> lines = List.of(amounts).stream()
                .map(amount -> new JournalLine(
                        account, Optional.empty(), Optional.empty(), Optional.empty(), Money.parse(amount)))
                .toList();
        return new JournalEntry(
                1,
                new EventId("e1"),
                1,
                EventType.RECEIVE,
                Bakery.TODAY,
                new DocumentReference(DocumentType.SHIP_NOTICE, "N1"),
                lines);
    }
}
