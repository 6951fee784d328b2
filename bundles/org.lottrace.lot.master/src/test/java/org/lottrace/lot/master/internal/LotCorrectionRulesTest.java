package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.violation.Violation;

class LotCorrectionRulesTest {
    private static final LocalDate MADE = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXPIRES = LocalDate.of(2026, 12, 31);
    private static final Lot LOT = new Lot(
            aLot("L1").key(),
            Optional.of(MADE),
            Optional.of(EXPIRES),
            Optional.of("S1"),
            Optional.empty(),
            Optional.of(new LotNumber("L7")));

    @Test
    void what_a_correction_does_not_state_stays() {
        assertEquals(LOT, LotCorrectionRules.corrected(LOT, correction(null, null, null, null, "label")));
    }

    @Test
    void what_a_correction_states_is_what_is_known_after_it() {
        assertEquals(
                new Lot(
                        LOT.key(),
                        Optional.of(MADE.plusDays(1)),
                        Optional.of(EXPIRES.plusDays(1)),
                        Optional.of("S2"),
                        Optional.empty(),
                        Optional.of(new LotNumber("L8"))),
                LotCorrectionRules.corrected(
                        LOT, correction(MADE.plusDays(1), EXPIRES.plusDays(1), "S2", "L8", "label")));
    }

    @Test
    void the_number_of_the_key_needs_no_second_place() {
        assertEquals(
                Optional.empty(),
                LotCorrectionRules.corrected(LOT, correction(null, null, null, "L1", "label"))
                        .corrected());
    }

    @Test
    void every_reason_against_a_correction_is_said() {
        assertEquals(
                List.of("REASON_MISSING", "NOTHING_CHANGES"),
                codes(List.of(), correction(null, EXPIRES, null, null, " ")));
        assertEquals(
                List.of("EXPIRY_BEFORE_PRODUCTION"),
                codes(List.of(), correction(null, MADE.minusDays(1), null, null, "label")));
        assertEquals(List.of(), codes(List.of(), correction(null, MADE, null, null, "label")));
    }

    @Test
    void a_number_is_in_use_when_another_lot_of_the_same_issuer_and_item_has_it() {
        Lot other = aLot("L9").build();
        Lot ofAnotherIssuer = aLot("L9").from(MARKET).build();

        LotCorrection correction = correction(null, null, null, "L9", "label");
        assertEquals(List.of(), codes(List.of(LOT, ofAnotherIssuer), correction));
        assertEquals(List.of("LOT_NUMBER_IN_USE"), codes(List.of(other), correction));
    }

    @Test
    void a_lot_of_which_a_report_was_the_first_to_tell_is_corrected_though_nobody_knows_how_long_it_keeps() {
        Lot found = new Lot(
                LOT.key(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(
                List.of(),
                LotCorrectionRules.violations(
                        found,
                        List.of(),
                        anItem().lastingDays(10).build(),
                        List.of(),
                        correction(MADE, null, null, null, "label")));
    }

    private static List<String> codes(List<Lot> sameNumber, LotCorrection correction) {
        return LotCorrectionRules.violations(LOT, List.of(), anItem().build(), sameNumber, correction).stream()
                .map(Violation::code)
                .toList();
    }

    private static LotCorrection correction(
            LocalDate made, LocalDate expires, String supplierNumber, String number, String reason) {
        return new LotCorrection(
                aContext("c1").request(),
                LOT.key(),
                Optional.ofNullable(made),
                Optional.ofNullable(expires),
                Optional.ofNullable(supplierNumber),
                Optional.ofNullable(number).map(LotNumber::new),
                reason);
    }
}
