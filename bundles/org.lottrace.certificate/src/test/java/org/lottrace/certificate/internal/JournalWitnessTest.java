package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;

/** Ten kilograms were received; six of them went into production and two onto the road. */
class JournalWitnessTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final LotKey OTHER = aLot("L2").key();
    private static final Place PROCESS =
            Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO1"));

    private final JournalWitness witness = new JournalWitness(LOT);

    JournalWitnessTest() {
        witness.take(new RecordedEvent(
                anEvent("e1", EventType.RECEIVE)
                        .moving(LOT, "4 KGM", Place.party(MILL), in(SHELF))
                        .moving(OTHER, "9 KGM", Place.party(MILL), in(SHELF))
                        .moving(LOT, "6 KGM", Place.party(MILL), in(DOCK))
                        .build(),
                1,
                NOW,
                ""));
        witness.take(new RecordedEvent(
                anEvent("e2", EventType.CONSUME)
                        .moving(LOT, "6 KGM", in(SHELF), PROCESS)
                        .moving(LOT, "2 KGM", in(SHELF), Place.inTransit(POTSDAM))
                        .build(),
                2,
                NOW,
                ""));
    }

    @Test
    void inventory_follows_storage_and_road_and_work_in_process_the_orders() {
        assertEquals(
                List.of(),
                witness.findings(List.of(
                        entry(1, "e1", line(Account.INVENTORY, LOT, "10 KGM"), line(Account.INVENTORY, OTHER, "5 KGM")),
                        entry(
                                2,
                                "e2",
                                line(Account.INVENTORY, LOT, "-6 KGM"),
                                line(Account.WORK_IN_PROCESS, LOT, "6 KGM"),
                                line(Account.WRITE_OFF, LOT, "77 KGM")))));
    }

    @Test
    void another_quantity_is_named_with_the_difference() {
        assertEquals(
                List.of(
                        "2 -1 KGM with another quantity on INVENTORY",
                        "2 2 KGM with another quantity on WORK_IN_PROCESS"),
                Stream.of(line(Account.INVENTORY, LOT, "-7 KGM"), line(Account.WORK_IN_PROCESS, LOT, "8 KGM"))
                        .flatMap(line -> texts(entry(2, "e2", line)).stream())
                        .toList());
    }

    @Test
    void the_lines_of_an_entry_are_taken_together() {
        assertEquals(
                List.of(),
                texts(entry(1, "e1", line(Account.INVENTORY, LOT, "4 KGM"), line(Account.INVENTORY, LOT, "6 KGM"))));
    }

    @Test
    void an_entry_of_an_event_that_the_ledger_does_not_have_is_named() {
        assertEquals(
                List.of("9 3 KGM and the ledger has no such event of this lot"),
                texts(entry(9, "e9", line(Account.INVENTORY, LOT, "3 KGM"))));
    }

    private List<String> texts(JournalEntry entry) {
        return witness.findings(List.of(entry)).stream()
                .map(finding -> finding.ledgerPosition().orElseThrow() + " "
                        + finding.quantity().orElseThrow() + " "
                        + finding.message().replaceFirst(".* SHIP_NOTICE N1,? ", ""))
                .toList();
    }

    /** An entry that says that much of the lot came into INVENTORY with the event. */
    static JournalEntry inventory(String event, LotKey lot, String quantity) {
        return entry(1, event, line(Account.INVENTORY, lot, quantity));
    }

    /** Its amounts are nothing: they are not looked at. */
    private static JournalEntry entry(long position, String event, JournalLine... lines) {
        return new JournalEntry(
                position,
                new EventId(event),
                position,
                EventType.RECEIVE,
                TODAY,
                new DocumentReference(DocumentType.SHIP_NOTICE, "N1"),
                Stream.concat(Stream.of(lines), Stream.of(line(Account.COST_OF_GOODS_SOLD, OTHER, "0 KGM")))
                        .toList());
    }

    private static JournalLine line(Account account, LotKey lot, String quantity) {
        return new JournalLine(
                account,
                Optional.of(lot),
                Optional.of(quantity(quantity)),
                Optional.empty(),
                Money.zero(CurrencyUnit.EUR));
    }
}
