package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.lot.master.internal.TemplateField.DAY_OF_YEAR;
import static org.lottrace.lot.master.internal.TemplateField.ITEM;
import static org.lottrace.lot.master.internal.TemplateField.LINE;
import static org.lottrace.lot.master.internal.TemplateField.SHIFT;
import static org.lottrace.lot.master.internal.TemplateField.SITE;
import static org.lottrace.lot.master.internal.TemplateField.YEAR;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;

class NumberTemplateTest {
    private static final Map<TemplateField, String> VALUES =
            Map.of(YEAR, "2024", SITE, "ATL", SHIFT, "3", LINE, "L7", ITEM, "FG-100", DAY_OF_YEAR, "366");

    @ParameterizedTest
    @CsvSource({
        "'{yyyy}-{site}-{shift}-{seq:4}', 42, 2024-ATL-3-0042",
        "'{yyyy}{DDD}{seq:3}',             1, 2024366001",
        "'{item}/{seq:5}',              1234, FG-100/01234",
        "'{site}{line}',                   1, ''",
        "'{site}-{seq:1}{chk}',            7, ATL-71",
        "'L{seq:9}',               999999999, L999999999",
    })
    void writes_numbers(String template, long sequence, String number) {
        if (number.isEmpty()) {
            assertThrows(InvalidIdentifierException.class, () -> NumberTemplate.of(template));
        } else {
            assertEquals(
                    number,
                    NumberTemplate.of(template)
                            .render(VALUES, sequence)
                            .orElseThrow()
                            .value());
        }
    }

    @Test
    void never_begins_again_when_the_sequence_is_used_up() {
        NumberTemplate template = NumberTemplate.of("{site}{seq:2}");

        assertEquals("ATL99", template.render(VALUES, 99).orElseThrow().value());
        String message = assertThrows(InvalidIdentifierException.class, () -> template.render(VALUES, 100))
                .getMessage();
        assertTrue(message.contains("at most 99; it is used up"), message);
    }

    @Test
    void begins_a_new_sequence_for_each_rendering_of_the_other_fields() {
        NumberTemplate template = NumberTemplate.of("{yyyy}-{shift}-{seq:2}{chk}");

        assertEquals("2024-3-*", template.sequenceScope(VALUES));
        assertEquals("2024-4-*", template.sequenceScope(Map.of(YEAR, "2024", SHIFT, "4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "Ä", "A/B"})
    void refuses_a_field_that_no_lot_number_can_hold(String shift) {
        NumberTemplate template = NumberTemplate.of("{shift}-{seq:2}");

        assertThrows(InvalidIdentifierException.class, () -> template.render(Map.of(SHIFT, shift), 1));
    }

    @Test
    void a_field_that_the_check_character_does_not_count_is_refused_where_the_template_has_one() {
        Map<TemplateField, String> lowerCase = Map.of(SHIFT, "n");

        assertEquals(
                "n-01",
                NumberTemplate.of("{shift}-{seq:2}")
                        .render(lowerCase, 1)
                        .orElseThrow()
                        .value());
        NumberTemplate checked = NumberTemplate.of("{shift}-{seq:2}{chk}");
        assertThrows(InvalidIdentifierException.class, () -> checked.sequenceScope(lowerCase));
    }

    @Test
    void refuses_a_number_that_could_not_be_read_back() {
        NumberTemplate template = NumberTemplate.of("{line}-{shift}-{seq:2}");

        assertEquals(
                "L-7-3-01",
                template.render(Map.of(LINE, "L-7", SHIFT, "3"), 1)
                        .orElseThrow()
                        .value());
        assertThrows(InvalidIdentifierException.class, () -> template.render(Map.of(LINE, "L", SHIFT, "7-3"), 1));
    }

    @Test
    void refuses_a_number_that_is_too_long() {
        NumberTemplate template = NumberTemplate.of("{item}-{seq:9}");

        assertThrows(InvalidIdentifierException.class, () -> template.render(Map.of(ITEM, "ELEVENCHARS"), 1));
    }

    @Test
    void passes_over_a_number_whose_check_character_is_neither_letter_nor_digit() {
        NumberTemplate template = NumberTemplate.of("{seq:2}{chk}");

        List<Long> skipped = LongStream.rangeClosed(1, 99)
                .filter(n -> template.render(Map.of(), n).isEmpty())
                .boxed()
                .toList();

        assertTrue(skipped.size() >= 1 && skipped.size() <= 3, skipped.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-ATL-3-042",
                "2024-ATL-3-0000",
                "2024-ATL-3-0042 ",
                "24-ATL-3-0042",
                "2024ATL30042",
                "2024-ATL-3-004A"
            })
    void does_not_read_what_the_template_does_not_write(String number) {
        NumberTemplate template = NumberTemplate.of("{yyyy}-{site}-{shift}-{seq:4}");

        assertThrows(InvalidIdentifierException.class, () -> template.decode(new LotNumber(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24000-1", "24367-1"})
    void does_not_read_a_day_that_no_year_has(String number) {
        NumberTemplate template = NumberTemplate.of("{yy}{DDD}-{seq:1}");

        assertThrows(InvalidIdentifierException.class, () -> template.decode(new LotNumber(number)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{yyyy}-{seq:4}                          | 0",
                "{yy}{DDD}-{site}-{seq:4}                | 0",
                "''                                      | 1",
                "{yyyy}                                  | 1",
                "{seq}                                   | 1",
                "{seq:0}                                 | 1",
                "{seq:10}                                | 1",
                "{seq:3}{seq:3}                          | 1",
                "{YYYY}{seq:3}                           | 1",
                "{yyyy:4}{seq:3}                         | 1",
                "{yyyy{seq:3}                            | 2",
                "{seq:3}-{yyyy                           | 1",
                "L {seq:3}                               | 1",
                "{site}{line}-{seq:3}                    | 1",
                "{site}{yyyy}{line}-{seq:3}              | 1",
                "{chk}{seq:3}                            | 1",
                "L_{seq:3}{chk}                          | 1",
                "{site}-{yyyy}{MM}{dd}{DDD}-{seq:9}      | 1",
                "{site}{line} {chk}{foo}                 | 5",
            })
    void says_everything_that_is_wrong_with_a_template(String template, int problems) {
        List<String> found = NumberTemplate.problemsOf(template, new SiteId("ATL"));

        assertEquals(problems, found.size(), found.toString());
    }

    @Test
    void says_where_a_brace_is_not_closed() {
        assertEquals(
                List.of("the brace at character 9 is not closed"),
                NumberTemplate.problemsOf("{seq:3}-{yyyy", new SiteId("ATL")));
    }

    /** AI (10) has 20 characters: the one that makes 21 is one too many. */
    @ParameterizedTest
    @CsvSource({"ATLAN, {site}-{yyyy}-{seq:9}, 0", "ATLANT, {site}-{yyyy}-{seq:9}, 1"})
    void a_number_may_have_20_characters(String site, String template, int problems) {
        assertEquals(
                problems, NumberTemplate.problemsOf(template, new SiteId(site)).size());
    }

    @Test
    void counts_the_code_of_the_site() {
        assertEquals(List.of(), NumberTemplate.problemsOf("{site}-{yyyy}-{seq:9}", new SiteId("ATLA")));
        assertEquals(
                1,
                NumberTemplate.problemsOf("{site}-{yyyy}-{seq:9}", new SiteId("ATLANTA"))
                        .size());
        assertEquals(
                1,
                NumberTemplate.problemsOf("{site}{seq:3}{chk}", new SiteId("Atl"))
                        .size());
    }
}
