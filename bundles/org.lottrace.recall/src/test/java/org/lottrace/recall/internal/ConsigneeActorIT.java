package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.recorded;
import static org.lottrace.recall.internal.RecallBakery.refused;
import static org.lottrace.recall.internal.RecallBakery.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.Answered;

/** What a consignee may do who has nothing but its notice. */
class ConsigneeActorIT {
    private static final Caller MARKET_ITSELF = Caller.consignee(MARKET);

    private final RecallBakery bakery = new RecallBakery();
    private final RecallCaseId id = bakery.opened().id();

    @Test
    void a_consignee_answers_for_itself_by_its_name_and_for_nobody_else() {
        recorded(bakery.cases.answer(MARKET_ITSELF, id, said(MARKET, "4", "0", "0", "")));

        assertEquals(
                "consignee MARKET",
                bakery.cases
                        .find(id)
                        .orElseThrow()
                        .stepsWith(Answered.class)
                        .findFirst()
                        .orElseThrow()
                        .actor());
        assertEquals(
                List.of("ROLE_MISSING"),
                refused(bakery.cases.answer(MARKET_ITSELF, id, said(KIOSK, "5", "0", "0", ""))));
    }

    @Test
    void a_message_that_comes_twice_is_recorded_once_also_behind_a_newer_answer() {
        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "4", "0", "0", "file 1")));
        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "1", "0", "3", "file 2")));

        recorded(bakery.cases.answer(ANNA, id, said(MARKET, "4", "0", "0", "file 1")));

        assertEquals(
                List.of("file 1", "file 2"),
                bakery.cases.find(id).orElseThrow().facts(Answered.class).stream()
                        .map(answered -> answered.answer().source())
                        .toList());
    }
}
