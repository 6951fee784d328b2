package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    /** Rows are as heavy as their number says. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all fit, 3, 100, 1 2 3, ",
        "one more than was asked for, 2, 100, 1 2, 2",
        "fewer than were asked for, 9, 100, 1 2 3, ",
        "the third does not fit, 9, 5, 1 2, 2",
        "they fit exactly, 9, 6, 1 2 3, ",
        "not even the first fits and is sent all the same, 9, 0, 1, 1"
    })
    void has_what_was_asked_for_and_what_fits(String what, int limit, int most, String rows, String last) {
        Page<Integer> page = Page.of(List.of(1, 2, 3), limit, most, weight -> weight);

        assertEquals(rows, String.join(" ", page.map(String::valueOf)));
        assertEquals(Optional.ofNullable(last).map(Integer::valueOf), page.last());
    }

    @ParameterizedTest
    @CsvSource({"10", "1"})
    void a_list_without_rows_has_one_page_without_rows(int limit) {
        Page<Integer> page = Page.of(List.of(), limit, 10, weight -> 1);

        assertEquals(List.of(), page.rows());
        assertEquals(Optional.empty(), page.last());
    }
}
