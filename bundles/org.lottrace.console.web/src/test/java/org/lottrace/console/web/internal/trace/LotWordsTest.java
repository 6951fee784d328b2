package org.lottrace.console.web.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotWordsTest {
    private static final Set<String> LOTS = Set.of("L1", "L2", "L 1", "L  1", "MILL/FLOUR/A B C", "B C");

    @Test
    void so_many_words_that_they_are_too_many_lots_are_not_looked_up() {
        String text = "L1 ".repeat(LotWords.MOST_LOTS * 5 + 1);
        List<String> asked = new ArrayList<>();

        assertEquals(
                LotWords.MOST_LOTS * 5 + 1,
                LotWords.of(text, typed -> asked.add(typed)).size());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @CsvSource({
        "L1 L2,                    L1|L2",
        "L1\\nL2\\tL1,             L1|L2|L1",
        "L 1,                      L 1",
        "L 1 L2 L1,                L 1|L2|L1",
        "L  1,                     L  1",
        "MILL/FLOUR/A B C L2,      MILL/FLOUR/A B C|L2",
        "X B C,                    X|B C",
        "NO SUCH,                  NO|SUCH",
        "L\\n1,                    L|1",
        "'',                       ''",
    })
    void words_that_name_a_lot_together_are_that_lot(String text, String lots) {
        assertEquals(
                List.of(lots.split("\\|")).stream()
                        .filter(lot -> !lot.isEmpty())
                        .toList(),
                LotWords.of(text.replace("\\n", "\n").replace("\\t", "\t"), LOTS::contains));
    }
}
