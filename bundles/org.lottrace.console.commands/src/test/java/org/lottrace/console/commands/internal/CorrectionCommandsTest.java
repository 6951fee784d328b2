package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.LOT_CHANGE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

class CorrectionCommandsTest {
    private static final Lot LOT = aLot("L1").build();
    private static final TraceEvent RECEIPT = anEvent("r1", RECEIVE)
            .moving(LOT.key(), "10 KGM", Place.party(MILL), in(DOCK))
            .build();

    private final List<Object> asked = new ArrayList<>();

    @Test
    void an_event_is_reversed_at_its_site_with_a_reason() throws Exception {
        Reversed reversed = new Reversed(Answers.recorded(reversalOf(RECEIPT), 8), List.of(), List.of(), List.of());
        try (Shell shell = shell(new Outcome.Done<>(reversed))) {
            String table = shell.run("lot:reverse r1 --reason typo --with-following");

            assertTrue(table.contains("undo-r1"), table);
        }
        Reversal reversal = (Reversal) asked.get(0);
        assertEquals(BERLIN, reversal.context().site());
        assertEquals(RECEIPT.id(), reversal.corrects());
        assertEquals("typo", reversal.reason());
        assertTrue(reversal.withFollowing());
    }

    @Test
    void a_report_is_told_again_with_what_it_meant() throws Exception {
        Corrections corrections = answering(Corrections.class, "restate", given -> {
            asked.add(given.get(0));
            return new Outcome.Done<>(Answers.recorded(RECEIPT, 8));
        });
        Ledger ledger = answering(Ledger.class, "find", given -> Optional.of(Answers.recorded(RECEIPT, 7)));
        try (Shell shell = Shell.with(corrections, ledger, Answers.sites(), Bakery.CLOCK)) {
            assertThrows(CommandException.class, () -> shell.run("lot:restate r1 --lot MILL/FLOUR/L1 --reason found"));

            shell.run("lot:restate r1 --party MILL --number S7 --recorded-lot BAKERY/FLOUR/77? --lot MILL/FLOUR/77"
                    + " --reason asked");
        }
        Restatement restatement = (Restatement) asked.get(0);
        assertEquals(RECEIPT.id(), restatement.corrects());
        assertEquals(Optional.of(MILL), restatement.party());
        assertEquals(Optional.of("S7"), restatement.number());
        assertEquals("77", restatement.lots().get(0).is().number().value());
        assertEquals("asked", restatement.reason());
        assertEquals(BERLIN, restatement.context().site());
    }

    @Test
    void what_must_be_reversed_first_is_printed_in_order() {
        Outcome<Reversed> refused = new Outcome.Refused<>(List.of(
                new Violation("FOLLOWED_BY", "corrects", "SHIP s1 stands on it"),
                new Violation("FOLLOWED_BY", "corrects", "PICK p1 stands on it")));
        try (Shell shell = shell(refused)) {
            assertThrows(CommandException.class, () -> shell.run("lot:reverse r1 --reason typo"));

            assertTrue(shell.output().indexOf("SHIP s1") < shell.output().indexOf("PICK p1"), shell.output());
        }
    }

    @Test
    void a_lot_is_corrected_and_its_history_is_shown() throws Exception {
        Lot corrected = aLot("L1").expiring("2027-01-31").build();
        RecordedEvent event = Answers.recorded(
                anEvent("c1", LOT_CHANGE).build().changing(List.of(LotChange.changed(LOT, corrected, "label"))), 9);
        LotCorrections corrections = answering(
                LotCorrections.class,
                Map.of(
                        "correct",
                        given -> {
                            asked.add(given.get(0));
                            return new Outcome.Done<>(event);
                        },
                        "history",
                        given -> List.of(event)));
        try (Shell shell = Shell.with(corrections, Answers.lots(LOT), Answers.sites(), Bakery.CLOCK)) {
            shell.run("lot:correct L1 --expiry 2027-01-31 --reason label --site BER");
            String history = shell.run("lot:history L1");

            assertTrue(history.contains("expiryDate 2027-01-31") && history.contains("label"), history);
        }
        LotCorrection correction = (LotCorrection) asked.get(0);
        assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), correction.expiry());
        assertEquals(Optional.empty(), correction.number());
    }

    @Test
    void all_of_a_lot_or_a_part_begins_its_shelf_life() throws Exception {
        ShelfLives lives = answering(ShelfLives.class, "begin", given -> {
            asked.add(given.get(0));
            return new Outcome.Done<>(Answers.recorded(RECEIPT, 7));
        });
        try (Shell shell = Shell.with(lives, Answers.lots(LOT), Answers.sites(), Bakery.CLOCK)) {
            shell.run("lot:begin-shelf-life OPENING MILK/L1 --site BER --event-id o1");
            shell.run("lot:begin-shelf-life THAWING MILK/L1@DOCK:5:KGM --number L1-A --site BER --event-id o2");
        }
        ShelfLifeBeginning all = (ShelfLifeBeginning) asked.get(0);
        assertEquals(ShelfLifeStart.OPENING, all.by());
        assertEquals(LotReference.parse("MILK/L1"), all.lot());
        assertEquals(Optional.empty(), all.part());
        ShelfLifeBeginning part = (ShelfLifeBeginning) asked.get(1);
        assertEquals(ShelfLifeStart.THAWING, part.by());
        assertEquals(
                Optional.of(new ShelfLifeBeginning.Part(
                        DOCK, Optional.empty(), quantity("5 KGM"), Optional.of(new LotNumber("L1-A")))),
                part.part());
    }

    private Shell shell(Outcome<Reversed> result) {
        Corrections corrections = answering(Corrections.class, "reverse", given -> {
            asked.add(given.get(0));
            return result;
        });
        Ledger ledger = answering(Ledger.class, "find", given -> Optional.of(Answers.recorded(RECEIPT, 7)));
        return Shell.with(corrections, ledger, Answers.sites(), Bakery.CLOCK);
    }
}
