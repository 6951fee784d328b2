package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.Drill.Step;
import org.lottrace.api.recall.drill.Drill.Target;
import org.lottrace.api.recall.drill.Drill.TimedStep;

class DrillStoreContractIT extends StoreContract {
    @Test
    void a_record_comes_back_exactly_and_the_newest_first() {
        LotKey lot = stored(aLot().build());

        Drill first = db.drills().insert(drill(lot, "2026-03-02T08:00:00.123456789Z", "99.90"));
        Drill second = db.drills().insert(drill(lot, "2026-04-02T08:00:00Z", "100"));

        assertEquals(List.of(second, first), db.drills().recent(9));
        assertEquals(1, db.drills().recent(1).size());
        assertEquals(
                Duration.ofNanos(3_000_000_001L), db.drills().recent(1).get(0).took());
    }

    private static Drill drill(LotKey lot, String started, String percent) {
        return new Drill(
                0,
                Instant.parse(started),
                "anna",
                -42,
                Target.INGREDIENT,
                lot,
                List.of(
                        new TimedStep(Step.CHOOSE, Duration.ofNanos(1)),
                        new TimedStep(Step.TRACE_FORWARD, Duration.ofSeconds(3))),
                1,
                2,
                3,
                4,
                new BigDecimal(percent),
                5,
                6,
                "ab".repeat(32));
    }
}
