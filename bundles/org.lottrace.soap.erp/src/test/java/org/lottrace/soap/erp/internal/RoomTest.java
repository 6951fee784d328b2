package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.soap.erp.internal.wire.Refused;

class RoomTest {
    private final List<Integer> asked = new ArrayList<>();
    private final Room room = new Room(5_000, asked::add);

    @ParameterizedTest(name = "limit {0}")
    @CsvSource({", 100, 1000", "3, 3, 30", "1000, 1000, 5000"})
    void a_page_takes_room_before_it_is_read(Integer limit, int rows, int taken) {
        assertEquals(rows, room.expectPage(limit));
        assertEquals(List.of(taken), asked);
    }

    @Test
    void what_was_read_takes_the_room_that_it_needs() throws Refused {
        room.expect(1_000);
        room.fit(5_000, "rows", "item", "Ask for less.");

        assertEquals(List.of(1_000, 5_000), asked);
    }

    @Test
    void more_than_fits_is_refused_and_takes_no_room() {
        Refused refused = assertThrows(Refused.class, () -> room.fit(5_001, "rows", "item", "Ask for less."));

        assertEquals(
                "The answer would have 5001 rows, and 5000 are sent at most; nothing of it was sent. Ask for less.",
                refused.getFaultInfo().getViolation().get(0).getMessage());
        assertEquals(List.of(), asked);
    }
}
