package org.lottrace.api.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A version is a number with the letter of its rule; the list goes by letter. */
class VersionsTest {
    private static final Comparator<String> BY_LETTER = Comparator.comparing((String one) -> one.substring(1));

    private final Versions<String> versions =
            new Versions<>(List.of("1C", "2A", "3B", "4A"), one -> Long.parseLong(one.substring(0, 1)));

    @Test
    void a_version_is_found_by_its_number() {
        assertEquals(Optional.of("3B"), versions.find(3));
        assertEquals(Optional.empty(), versions.find(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | 9 | 1C 2A 3B 4A
            - | 2 | 1C 2A
            2 | 9 | 3B 4A
            4 | 9 | ''
            """)
    void all_are_listed_by_number(Long after, int limit, String expected) {
        assertEquals(expected, String.join(" ", versions.page(Optional.ofNullable(after), limit)));
    }

    /** 2 is the version of rule A that does not count any more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | 9 | 4A 3B 1C
            - | 1 | 4A
            4 | 9 | 3B 1C
            2 | 9 | 3B 1C
            2 | 1 | 3B
            1 | 9 | ''
            7 | 9 | ''
            """)
    void those_that_count_go_on_after_a_version_that_counts_no_more(Long after, int limit, String expected) {
        assertEquals(
                expected,
                String.join(
                        " ", versions.page(List.of("1C", "3B", "4A"), BY_LETTER, Optional.ofNullable(after), limit)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Versions.MOST_ROWS + 1})
    void a_page_has_a_limit(int limit) {
        assertThrows(IllegalArgumentException.class, () -> versions.page(Optional.empty(), limit));
        assertThrows(
                IllegalArgumentException.class, () -> versions.page(List.of(), BY_LETTER, Optional.empty(), limit));
    }
}
