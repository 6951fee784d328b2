package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.edi.OutboundTransactionSet.SHIP_NOTICE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.persistence.testing.TestDatabase;

class WithheldInterchangesIT {
    private final TestDatabase database = TestDatabase.h2();
    private final WithheldInterchanges interchanges = new WithheldInterchangesService(database.interchanges());

    @ParameterizedTest
    @CsvSource({
        "PENDING, true, WITHHELD",
        "SENDING, false, STOPPING",
        "SENT, false, SENT",
        "WITHHELD, false, WITHHELD",
        "STOPPING, false, STOPPING",
        "ACKNOWLEDGED, false, ACKNOWLEDGED"
    })
    void only_what_has_not_left_is_withheld(InterchangeStatus before, boolean certain, InterchangeStatus after) {
        stored(before);

        assertEquals(certain, database.unitOfWork().required(() -> interchanges.withhold(SHIP_NOTICE, "ship-1")));

        assertEquals(after, status());
    }

    @ParameterizedTest
    @CsvSource({"WITHHELD, true, PENDING", "STOPPING, false, SENDING", "PENDING, false, PENDING", "SENT, false, SENT"})
    void only_what_is_withheld_is_released(InterchangeStatus before, boolean certain, InterchangeStatus after) {
        stored(before);

        assertEquals(
                certain ? Set.of("ship-1") : Set.of(),
                database.unitOfWork().required(() -> interchanges.release(SHIP_NOTICE, List.of("ship-1"))));

        assertEquals(after, status());
    }

    @Test
    void of_many_those_that_are_withheld_are_released() {
        stored("ship-1", InterchangeStatus.WITHHELD);
        stored("ship-2", InterchangeStatus.STOPPING);
        stored("ship-3", InterchangeStatus.SENT);

        assertEquals(
                Set.of("ship-1"),
                database.unitOfWork()
                        .required(() -> interchanges.release(
                                SHIP_NOTICE, List.of("ship-1", "ship-2", "ship-3", "ship-4", "ship-1"))));

        assertEquals(
                Set.of(InterchangeStatus.PENDING, InterchangeStatus.SENDING, InterchangeStatus.SENT),
                database.unitOfWork().required(() -> database.interchanges().recent(3)).stream()
                        .map(InterchangeRecord::status)
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_was_never_announced_cannot_be_withheld() {
        assertEquals(false, database.unitOfWork().required(() -> interchanges.withhold(SHIP_NOTICE, "ship-1")));
    }

    /** Otherwise the file could be written between the look and the change. */
    @Test
    void needs_the_unit_of_work_of_the_caller_for_its_lock() {
        stored(InterchangeStatus.PENDING);

        assertThrows(IllegalStateException.class, () -> interchanges.withhold(SHIP_NOTICE, "ship-1"));
    }

    private void stored(InterchangeStatus status) {
        stored("ship-1", status);
    }

    private void stored(String key, InterchangeStatus status) {
        InterchangeRecord record = new InterchangeRecord(
                0,
                Direction.OUTBOUND,
                "ZZ:US",
                "ZZ:MARKET",
                "000000001",
                List.of(SHIP_NOTICE),
                "856-MARKET-000000001.edi",
                status,
                Bakery.NOW,
                List.of());
        database.unitOfWork().run(() -> database.interchanges()
                .insert(record, Optional.of(OutboundTransactionSet.logKey(SHIP_NOTICE, key)), new byte[0]));
    }

    private InterchangeStatus status() {
        return database.unitOfWork()
                .required(() -> database.interchanges().recent(1))
                .get(0)
                .status();
    }
}
