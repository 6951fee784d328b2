package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.violation.Violation;

class NearNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "AB10,   ab10",
        "ab10,   AB10",
        "AB10,   ABI0",
        "AB10,   AB1O",
        "ABIO,   AB10",
        "L2001,  L2OO1",
        "l2oo1,  L2001",
        "X-0042, X-OO42",
        "AB 10,  AB10",
        "AB10,   AB 10",
        "A B 1,  AB1",
    })
    void a_number_that_looks_the_same_is_asked_for_and_hinted_at(String number, String other) {
        assertEquals(true, NearNumbers.of(new LotNumber(number)).contains(new LotNumber(other)));
        assertEquals(
                Optional.of("LOT_NUMBER_SIMILAR"),
                NearNumbers.hint(lot(number), List.of(lot(other))).map(Violation::code));
    }

    @ParameterizedTest
    @CsvSource({"AB10, AB10", "AB10, AB11", "AB10, AB-10"})
    void the_same_number_and_another_one_are_no_hint(String number, String other) {
        assertEquals(Optional.empty(), NearNumbers.hint(lot(number), List.of(lot(other))));
    }

    @Test
    void another_item_may_have_a_number_that_looks_the_same() {
        Lot salt = aLot("ab10").of(Bakery.SALT).build();

        assertEquals(Optional.empty(), NearNumbers.hint(lot("AB10"), List.of(salt)));
    }

    @Test
    void a_number_without_such_characters_has_only_its_letters_and_a_blank() {
        assertEquals(
                Stream.of("x-79", "X -79", "X- 79", "X-7 9").map(LotNumber::new).collect(Collectors.toSet()),
                NearNumbers.of(new LotNumber("X-79")));
    }

    private static Lot lot(String number) {
        return aLot(number).build();
    }
}
