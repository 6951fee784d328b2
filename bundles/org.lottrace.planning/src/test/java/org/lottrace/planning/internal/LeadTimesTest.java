package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.planning.ExpiringLot;

class LeadTimesTest {
    @Test
    void an_item_has_its_own_lead_time_and_the_others_have_the_one_of_all() {
        LeadTimes times = LeadTimes.of("14, BREAD=3, FLOUR = 45");

        assertEquals(new LeadTimes(14, Map.of(Bakery.BREAD, 3, Bakery.FLOUR, 45)), times);
        assertEquals(45, times.longest());
        assertEquals(
                List.of(lot(Bakery.BREAD, 3), lot(Bakery.SALT, 14), lot(Bakery.FLOUR, 45), lot(Bakery.BREAD, -1)),
                times.due(List.of(
                        lot(Bakery.BREAD, 3),
                        lot(Bakery.BREAD, 4),
                        lot(Bakery.SALT, 14),
                        lot(Bakery.SALT, 15),
                        lot(Bakery.FLOUR, 45),
                        lot(Bakery.FLOUR, 46),
                        lot(Bakery.BREAD, -1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BREAD=3", "14, 15", "1001", "-1", "14, BREAD=soon", "14, BREAD=3, BREAD=4", "14, =3"})
    void what_cannot_be_read_is_refused_with_what_to_write(String text) {
        String said = assertThrows(IllegalArgumentException.class, () -> LeadTimes.of(text))
                .getMessage();

        assertTrue(said.startsWith("lead.days of org.lottrace.planning is \"" + text + "\": "), said);
    }

    private static ExpiringLot lot(ItemNumber item, int daysLeft) {
        return new ExpiringLot(
                BERLIN,
                aLot("L" + daysLeft).of(item).key(),
                TODAY.plusDays(daysLeft),
                daysLeft,
                quantity("1 C62"),
                Optional.empty());
    }
}
