package org.lottrace.quality.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;

class InheritanceRulesTest {
    private static final LotKey OUTPUT = aLot("OUT").of(BREAD).build().key();

    @ParameterizedTest
    @CsvSource({
        "SELLABLE, SELLABLE, ''",
        "ON_HOLD, SELLABLE, ON_HOLD",
        "SELLABLE, ON_HOLD, ON_HOLD",
        "RECALLED, SELLABLE, RECALLED",
        "RECALLED, ON_HOLD, ON_HOLD RECALLED",
        "ON_HOLD, RECALLED, ON_HOLD RECALLED"
    })
    void a_hold_and_a_recall_are_both_taken_over(Disposition one, Disposition other, String inherited) {
        assertEquals(
                inherited,
                InheritanceRules.inherited(OUTPUT, List.of(input("A", one), input("B", other))).stream()
                        .map(change -> change.disposition().code())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void inputs_that_nobody_ever_decided_on_give_nothing() {
        assertEquals(List.of(), InheritanceRules.inherited(OUTPUT, List.of()));
    }

    @Test
    void the_output_is_changed_and_the_reason_names_the_inputs_that_decide_it_and_no_other() {
        LotDisposition held = input("A", Disposition.ON_HOLD);
        LotDisposition recalled = input("B", Disposition.RECALLED);

        assertEquals(
                List.of(
                        new DispositionChange(OUTPUT, Disposition.ON_HOLD, "made from ON_HOLD lot " + held.lot()),
                        new DispositionChange(
                                OUTPUT, Disposition.RECALLED, "made from RECALLED lot " + recalled.lot())),
                InheritanceRules.inherited(OUTPUT, List.of(held, recalled)));
    }

    @Test
    void ten_inputs_are_named_and_the_others_counted() {
        assertEquals("", afterTheNames(10));
        assertEquals(" and 1 more", afterTheNames(11));
        assertEquals(" and 15 more", afterTheNames(25));
    }

    private static String afterTheNames(int inputs) {
        List<LotDisposition> held = IntStream.range(0, inputs)
                .mapToObj(i -> input("L" + i, Disposition.ON_HOLD))
                .toList();
        String reason = InheritanceRules.inherited(OUTPUT, held).get(0).reason();
        String tenth = held.get(9).lot().toString();
        return reason.substring(reason.indexOf(tenth) + tenth.length());
    }

    private static LotDisposition input(String number, Disposition disposition) {
        return Dispositions.of(aLot(number).key(), disposition, "foreign matter", new EventId("h1"));
    }
}
