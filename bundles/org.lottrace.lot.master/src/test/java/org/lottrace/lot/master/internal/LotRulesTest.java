package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.violation.Violation;

class LotRulesTest {
    private static final Item LASTING_TEN_DAYS = anItem("CAKE").lastingDays(10).build();
    private static final Item LASTING = anItem("SALT").build();

    @ParameterizedTest
    @CsvSource({
        // produced, expiring, what lasts ten days expires on, what lasts for ever expires on
        "2026-02-20, , 2026-03-02, ",
        "2026-02-20, 2026-02-25, 2026-02-25, 2026-02-25",
        ", 2026-02-25, 2026-02-25, 2026-02-25",
        ", , , "
    })
    void the_expiry_that_is_stated_goes_before_the_one_that_follows(
            String produced, String expiring, LocalDate lastingTenDays, LocalDate lasting) {
        Lot lot = lot(produced, expiring);

        assertEquals(
                Optional.ofNullable(lastingTenDays),
                LotRules.withExpiry(lot, LASTING_TEN_DAYS).expiry());
        assertEquals(
                Optional.ofNullable(lasting), LotRules.withExpiry(lot, LASTING).expiry());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01, EXPIRY_BEFORE_PRODUCTION",
        "2026-03-02, 2026-03-02, ''",
        "2026-03-02, 2026-03-03, ''",
        ", 2026-03-01, ''",
        ", , EXPIRY_MISSING"
    })
    void what_expires_says_when_and_never_before_it_was_made(String produced, String expiring, String code) {
        assertEquals(code, codes(LotRules.datesOf(lot(produced, expiring), LASTING_TEN_DAYS)));
    }

    @Test
    void what_lasts_needs_no_expiry() {
        assertEquals("", codes(LotRules.datesOf(lot(null, null), LASTING)));
    }

    @Test
    void numbers_are_of_the_same_source_when_issuer_and_item_are_the_same() {
        assertEquals(
                List.of(true, false, false),
                List.of(aLot("L2"), aLot("L1").of(SALT), aLot("L1").from(MARKET)).stream()
                        .map(other -> LotRules.isOfSameSource(aLot("L1").key(), other.key()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, ''",
        ", , ''",
        "2026-01-02, , LOT_DIFFERS productionDate",
        ", 2026-12-30, LOT_DIFFERS expiry",
        "2026-01-02, 2026-12-30, LOT_DIFFERS productionDate LOT_DIFFERS expiry"
    })
    void a_date_that_is_not_stated_is_no_claim(String produced, String expiring, String differences) {
        Lot known = lot("2026-01-01", "2026-12-31");

        assertEquals(
                differences,
                LotRules.differences(known, lot(produced, expiring)).stream()
                        .map(v -> v.code() + " " + v.path())
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""));
    }

    @Test
    void what_was_not_known_of_a_lot_is_said_to_be_unknown() {
        String message = LotRules.differences(lot(null, null), lot(null, "2026-12-30"))
                .get(0)
                .message();

        assertEquals(true, message.contains("with expiry unknown, not 2026-12-30"), message);
    }

    private static Lot lot(String produced, String expiring) {
        LotBuilder lot = aLot("L1");
        Optional.ofNullable(produced).ifPresent(lot::producedOn);
        Optional.ofNullable(expiring).ifPresent(lot::expiring);
        return lot.build();
    }

    private static String codes(List<Violation> violations) {
        return String.join(" ", violations.stream().map(Violation::code).toList());
    }
}
