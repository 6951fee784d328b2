package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.Violation;

/** Each command that may create, number, split or re-date a lot asks as whoever is logged in, and prints who may when they may not. */
class LotRightsInShellTest {
    private static final String ANNA_MAY = "karin may not do that with lots of item FLOUR; anna may";

    private final List<Optional<String>> callers = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "receive, lot:receive BER MILL A-01 MILL/FLOUR/NEW@5:KGM",
        "count,   lot:count BER C-1 MILL/FLOUR/NEW@A-01:5:KGM",
        "produce, lot:produce BER P-7 BREAD 40:CS A-01 --number B9",
        "correct, lot:correct FLOUR/L1 --expiry 2026-12-31 --reason label --site BER",
        "begin,   lot:begin-shelf-life OPENING FLOUR/L1@A-01:5:KGM --site BER",
    })
    void who_has_not_the_right_is_told_who_has(String operation, String line) {
        Map<String, Function<List<Object>, Object>> answers = new HashMap<>();
        answers.put(operation, given -> {
            callers.add(CurrentCaller.get().map(Caller::name));
            return new Outcome.Refused<>(List.of(new Violation(LotRights.LOT_RIGHT_MISSING, "lot", ANNA_MAY)));
        });
        LotMaster lots = answering(
                LotMaster.class, "find", asked -> List.of(LotBuilder.aLot("L1").build()));

        try (Shell shell = Shell.with(
                answering(MovementCapture.class, answers),
                answering(LotCorrections.class, answers),
                answering(ShelfLives.class, answers),
                lots,
                Answers.sites(),
                Bakery.CLOCK)) {
            assertThrows(CommandException.class, () -> shell.run(line));

            assertTrue(shell.output().contains(ANNA_MAY), shell.output());
        }
        assertEquals(List.of(Optional.of("karin")), callers);
    }
}
