package org.lottrace.quality.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

class UsabilityRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    /** Every purpose sees the last day in the same way: one predicate, not four. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-01, ''",
        "2026-03-31, ''",
        "2026-03-30, LOT_EXPIRED",
        "2025-03-31, LOT_EXPIRED",
        "2028-02-29, ''"
    })
    void may_be_used_up_to_and_including_its_expiry_day(String expiry, String reason) {
        Lot lot = aLot().expiring(expiry).build();

        for (Purpose purpose : Purpose.values()) {
            assertReasons(reason, judge(lot, Optional.empty(), purpose, Optional.empty()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // expiry, agreed days, reason
        "2026-03-31, 0, ''",
        "2026-03-31, 1, SHELF_LIFE_TOO_SHORT",
        "2026-04-01, 1, ''",
        "2026-04-09, 10, SHELF_LIFE_TOO_SHORT",
        "2026-04-10, 10, ''",
        "2026-04-11, 10, ''",
        "2026-03-30, 10, LOT_EXPIRED",
        "2026-03-30, 0, LOT_EXPIRED"
    })
    void what_remains_counts_from_the_day_of_delivery(String expiry, int agreed, String reason) {
        Lot lot = aLot().expiring(expiry).build();

        assertReasons(reason, judge(lot, Optional.empty(), Purpose.ALLOCATION, customerTaking(agreed)));
        assertReasons(reason, judge(lot, Optional.empty(), Purpose.SHIPMENT, customerTaking(agreed)));
    }

    @Test
    void production_delivers_nothing_so_no_remaining_shelf_life_is_asked() {
        Lot lot = aLot().expiring("2026-03-31").build();

        assertTrue(judge(lot, Optional.empty(), Purpose.PRODUCTION, customerTaking(10))
                .isUsable());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void without_expiry_it_never_fails_for_its_date(Purpose purpose) {
        assertTrue(judge(aLot().build(), Optional.empty(), purpose, customerTaking(3650))
                .isUsable());
    }

    @ParameterizedTest
    @CsvSource({"SELLABLE, ''", "ON_HOLD, LOT_ON_HOLD", "RECALLED, LOT_RECALLED"})
    void what_is_held_or_recalled_serves_no_purpose(Disposition disposition, String reason) {
        Lot lot = aLot().expiring("2027-01-01").build();

        for (Purpose purpose : Purpose.values()) {
            assertReasons(reason, judge(lot, Optional.of(put(lot, disposition)), purpose, Optional.empty()));
        }
    }

    @Test
    void says_every_reason() {
        Lot expired = aLot().expiring("2026-03-30").build();
        Lot tooShort = aLot().expiring("2026-04-02").build();

        assertReasons(
                "LOT_ON_HOLD LOT_EXPIRED",
                judge(expired, Optional.of(put(expired, Disposition.ON_HOLD)), Purpose.SHIPMENT, customerTaking(10)));
        assertReasons(
                "LOT_RECALLED SHELF_LIFE_TOO_SHORT",
                judge(
                        tooShort,
                        Optional.of(put(tooShort, Disposition.RECALLED)),
                        Purpose.SHIPMENT,
                        customerTaking(10)));
    }

    private static Usability judge(
            Lot lot, Optional<LotDisposition> disposition, Purpose purpose, Optional<Party> party) {
        return UsabilityRules.judge(lot, disposition, purpose, party, DAY);
    }

    private static Optional<Party> customerTaking(int remainingDays) {
        return Optional.of(
                aParty("MARKET").requiringRemainingDays(remainingDays).build());
    }

    private static LotDisposition put(Lot lot, Disposition disposition) {
        return Dispositions.of(lot.key(), disposition, "foreign matter", new EventId("e1"));
    }

    private static void assertReasons(String codes, Usability usability) {
        List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
        assertEquals(expected, usability.reasons().stream().map(Violation::code).toList());
    }
}
