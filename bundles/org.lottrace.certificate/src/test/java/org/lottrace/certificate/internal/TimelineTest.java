package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.RecordedEvent;

class TimelineTest {
    /** Moves are {@code hour quantity}, in the order in which they were recorded; the answer names the recorded one. */
    @ParameterizedTest
    @CsvSource({
        "8 5, ''",
        "8 5; 9 -5, ''",
        "9 -5; 8 5, ''",
        "8 5; 9 -6, '-1 KGM at 2'",
        "9 5; 8 -2, '-2 KGM at 2'",
        // the lowest, and of two that are as low the earlier
        "8 -1; 9 -2; 10 9; 11 -7, '-3 KGM at 2'",
        "8 -1; 9 1; 10 -1, '-1 KGM at 1'",
        "8 -2; 9 1; 10 9; 11 -9, '-2 KGM at 1'",
        // of one moment only the sum counts, and the first that was recorded stands for it
        "8 -5; 8 5, ''",
        "8 3; 8 -5, '-2 KGM at 1'"
    })
    void the_lowest_stock_of_all_times_is_found_when_it_was_less_than_nothing(String moves, String lowest) {
        Timeline timeline = new Timeline();
        int position = 0;
        for (String move : moves.split("; ")) {
            String[] parts = move.split(" ");
            timeline.move(EventAt.of(at(Integer.parseInt(parts[0]), ++position)), quantity(parts[1] + " KGM"));
        }

        assertEquals(
                lowest,
                timeline.lowest()
                        .map(shortage ->
                                shortage.below() + " at " + shortage.at().position())
                        .orElse(""));
    }

    private static RecordedEvent at(int hour, int position) {
        String time = String.format("2026-03-02T%02d:00:00Z", hour);
        return new RecordedEvent(
                anEvent("e" + position, COUNT)
                        .in(aContext("e" + position).at(time).build())
                        .build(),
                position,
                NOW,
                "");
    }
}
