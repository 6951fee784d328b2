package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.recall.internal.RecallBakery.KIOSK;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.TUESDAY;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.SignedFor;
import org.lottrace.api.recall.RecallStep;

/** Whatever people do in whatever order: a closed case has no quantity that is neither explained nor signed for. */
class NeverClosedUnexplainedIT {
    @Property(tries = 25)
    void a_case_is_never_closed_with_an_unexplained_quantity(
            @ForAll @Size(min = 3, max = 12) List<@IntRange(min = 0, max = 59) Integer> deeds) {
        RecallBakery bakery = new RecallBakery();
        RecallCaseId id = bakery.opened().id();
        List<RecallStep> before = bakery.opened().steps();
        IntStream.range(0, deeds.size()).forEach(i -> deed(bakery, id, i, deeds.get(i)));

        List<OpenPoint> unsigned =
                bakery.reports.reconciliation(id).orElseThrow().unsigned();
        Outcome<RecallCase> closing = bakery.cases.close(ANNA, id, "done");

        RecallCase now = bakery.cases.find(id).orElseThrow();
        assertEquals(before, now.steps().subList(0, before.size()));
        assertEquals(unsigned.isEmpty(), now.isClosed());
        assertEquals(
                now.isClosed()
                        ? List.of()
                        : unsigned.stream().map(OpenPoint::code).toList(),
                RecallBakery.refused(closing));
        if (now.isClosed()) {
            Set<OpenPoint> signed = new HashSet<>();
            now.facts(SignedFor.class).forEach(signature -> signed.addAll(signature.points()));
            assertTrue(signed.containsAll(
                    bakery.reports.reconciliation(id).orElseThrow().open()));
        }
    }

    /** One of six things people do, with a small quantity. */
    private static void deed(RecallBakery bakery, RecallCaseId id, int number, int choice) {
        String pieces = String.valueOf(choice / 6 % 4);
        switch (choice % 6) {
            case 0 -> bakery.answer(id, MARKET, "0", pieces, "1");
            case 1 -> bakery.answer(id, KIOSK, "0", "5", "0");
            case 2 -> bakery.returned("r" + number, MONDAY, "1 C62", MARKET, "S1");
            case 3 -> {
                bakery.ledger.append(bakery.destruction("d" + number, WHEAT, "35 KGM", in(SHELF)));
                bakery.ledger.append(bakery.destruction("e" + number, TUESDAY, "15 C62", in(SHELF)));
            }
            case 4 -> {
                bakery.cases.drawSample(ANNA, id, choice, "again");
                List.of(Bakery.MARKET, KIOSK)
                        .forEach(party ->
                                bakery.cases.check(ANNA, id, new EffectivenessCheck(party, "VISIT", true, true, "")));
            }
            default -> bakery.cases.sign(ANNA, id, "we give up");
        }
    }
}
