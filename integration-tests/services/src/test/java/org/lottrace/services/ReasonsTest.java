package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.lottrace.company.WorkingBakery;

/** A reason of the longest kind is kept; one more character is refused in a sentence, and nothing else happens. */
class ReasonsTest {
    private final WorkingBakery bakery = new WorkingBakery();

    interface WithReason {
        Outcome<?> ask(WorkingBakery bakery, String reason);
    }

    static Stream<Named<WithReason>> acts() {
        return Stream.of(
                Named.of("hold", (bakery, why) -> bakery.holds()
                        .hold(aContext("h1").request(), List.of(FLOUR_2), why)),
                Named.of("recall", (bakery, why) -> bakery.holds()
                        .recall(aContext("h1").request(), List.of(FLOUR_2), why)),
                Named.of("correct a lot", (bakery, why) -> bakery.lotCorrections()
                        .correct(new LotCorrection(
                                aContext("c1").request(),
                                FLOUR_1,
                                Optional.empty(),
                                Optional.of(NEXT_YEAR.plusDays(1)),
                                Optional.empty(),
                                Optional.empty(),
                                why))),
                Named.of("reverse", (bakery, why) -> bakery.corrections()
                        .reverse(new Reversal(aContext("u1").request(), new EventId("mix-B1"), why, true))),
                Named.of("close a notice", (bakery, why) -> bakery.expectedReceipts()
                        .close(new NoticeClosing(aContext("n1").request(), notice("N2"), why))));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void the_longest_is_kept_and_a_longer_one_is_refused(WithReason act) {
        bakery.withFlour();
        bakery.baked("B1");
        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "L3", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());

        assertEquals(
                List.of(Reason.TOO_LONG + " reason"),
                act.ask(bakery, "x".repeat(Reason.LONGEST + 1)).fold(done -> List.of(), WorkingBakery::codes));
        assertEquals(
                List.of(), act.ask(bakery, "x".repeat(Reason.LONGEST)).fold(done -> List.of(), WorkingBakery::codes));
    }
}
