package org.lottrace.api.genealogy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.id.InvalidIdentifierException;

class AsOfTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Test
    void the_end_of_a_day_is_that_of_its_zone() {
        assertEquals(
                AsOf.happenedBy(Instant.parse("2026-03-29T21:59:59.999999999Z")),
                AsOf.endOf(LocalDate.parse("2026-03-29"), ZONE));
        assertEquals(
                AsOf.happenedBy(Instant.parse("+10000-01-01T04:59:59.999999999Z")),
                AsOf.endOf(LocalDate.parse("9999-12-31"), ZoneId.of("America/New_York")));
    }

    /** No database holds such a day, and behind the last of them there is no other. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+10000-01-01", "0000-12-31", "-999999999-01-01"})
    void a_day_so_far_away_is_refused(String text) {
        LocalDate day = LocalDate.parse(text);

        assertThrows(InvalidIdentifierException.class, () -> AsOf.endOf(day, ZONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "+294277-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void and_so_is_such_a_time(String text) {
        Instant moment = Instant.parse(text);

        assertThrows(InvalidIdentifierException.class, () -> AsOf.happenedBy(moment));
        assertThrows(InvalidIdentifierException.class, () -> AsOf.knownAt(moment));
    }

    @Test
    void a_position_is_not_less_than_zero() {
        assertEquals(Optional.of(0L), AsOf.position(0).position());
        assertThrows(IllegalArgumentException.class, () -> AsOf.position(-1));
    }
}
