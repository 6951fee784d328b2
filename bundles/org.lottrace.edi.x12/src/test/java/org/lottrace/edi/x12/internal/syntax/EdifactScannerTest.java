package org.lottrace.edi.x12.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactScannerTest {
    private static final String MESSAGE = "UNH+1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+1'";

    @Test
    void a_released_character_is_data() {
        Segment bgm =
                segment("UNB+UNOA:3+A+B+260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+A?+B?:C??D?'+9'UNT+3+1'UNZ+1+1'");

        assertEquals("A+B:C?D'", bgm.element(2));
        assertEquals("9", bgm.element(3));
    }

    @Test
    void una_says_the_characters_of_its_own_interchange_only() {
        String odd = "UNA|*,! ~UNB*UNOA|3*A*B*260302|0910*1~UNH*1*DESADV|D|01B|UN~BGM*351*X!*Y*9~UNT*3*1~UNZ*1*1~";

        List<Interchange> both = scan(odd + "\nUNB+UNOA:3+C+D+260302:0910+2'" + MESSAGE + "UNZ+1+2'")
                .interchanges();

        assertEquals(
                List.of("ZZ:A", "ZZ:C"), both.stream().map(Interchange::sender).toList());
        assertEquals(
                "X*Y",
                both.get(0).groups().get(0).sets().get(0).segments().get(1).element(2));
        assertTrue(both.get(0).text().startsWith("UNA|*,! ~UNB"));
        assertEquals(1, both.get(1).groups().get(0).sets().size());
    }

    @Test
    void without_a_release_character_a_question_mark_is_data() {
        assertEquals(
                "WHY?",
                segment("UNA:+.  'UNB+UNOA:3+A+B+260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+WHY?+9'UNT+3+1'UNZ+1+1'")
                        .element(2));
    }

    @ParameterizedTest
    @CsvSource({
        "UNOC, ISO-8859-1, Käse",
        "UNOD, ISO-8859-2, Źródło",
        "UNOE, ISO-8859-5, Хлеб",
        "UNOY, UTF-8, Źródło Käse"
    })
    void texts_are_of_the_character_set_that_unb_says(String syntax, String set, String text) {
        byte[] file = ("UNB+" + syntax + ":3+A+B+260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+" + text
                        + "+9'UNT+3+1'UNZ+1+1'")
                .getBytes(Charset.forName(set));

        Interchange interchange =
                EdifactScanner.scan(file, FileLimits.NONE).interchanges().get(0);

        assertEquals(
                text,
                interchange.groups().get(0).sets().get(0).segments().get(1).element(2));
        assertEquals(
                new String(file, StandardCharsets.ISO_8859_1),
                new String(interchange.content(), StandardCharsets.ISO_8859_1));
        assertTrue(EdifactScanner.decode(file).contains(text));
    }

    @ParameterizedTest
    @CsvSource({"3, A*B, A*B", "4, A?*B, A*B", "4, A*B, A\u0002B"})
    void a_star_repeats_an_element_in_version_4_only(int version, String written, String read) {
        assertEquals(
                read,
                segment("UNB+UNOC:" + version + "+A+B+260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+" + written
                                + "+9'UNT+3+1'UNZ+1+1'")
                        .element(2));
    }

    @Test
    void a_character_outside_of_the_set_is_not_guessed() {
        byte[] file = "UNB+UNOA:3+A+B+260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+K\u00E4se+9'UNT+3+1'UNZ+1+1'"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(
                "K\uFFFDse",
                EdifactScanner.scan(file, FileLimits.NONE)
                        .interchanges()
                        .get(0)
                        .groups()
                        .get(0)
                        .sets()
                        .get(0)
                        .segments()
                        .get(1)
                        .element(2));
    }

    @Test
    void lines_that_are_wrapped_and_blanks_between_segments_mean_nothing() {
        Interchange one = scan("  UNB+UNOA:3+A+B+2603\r\n02:0910+1'\n" + MESSAGE.replace("'", "'\r\n")
                        + "UNZ+1+1'\u001A")
                .interchanges()
                .get(0);

        assertEquals("260302", one.header().component(4, 1));
        assertEquals(3, one.groups().get(0).sets().get(0).segments().size());
    }

    @Test
    void what_stands_where_it_does_not_belong_is_said() {
        ScannedFile file = scan("UNB+UNOA:3+A+B+260302:0910+1'LIN+1'UNT+1+1'UNE+1+1'" + MESSAGE + "UNZ+1+1'UNZ+1+1'");

        assertEquals(
                List.of("2 LIN", "3 UNT", "4 UNE", "9 UNZ"),
                file.findings().stream().map(f -> f.position() + " " + f.tag()).toList());
    }

    @Test
    void messages_between_and_behind_interchanges_are_said() {
        String one = "UNB+UNOA:3+A+B+260302:0910+1'" + MESSAGE + "UNZ+1+1'";

        assertEquals(
                List.of("6 UNH", "14 UNG"),
                scan(one + MESSAGE + one + "UNG+DESADV+A+B+260302:0910+1+UN+D:01B'" + MESSAGE + "UNE+1+1'")
                        .findings()
                        .stream()
                        .map(f -> f.position() + " " + f.tag())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, true", "'', false", "0, false"})
    void whatever_is_said_to_be_tried_only_is_a_test(String indicator, boolean isTest) {
        assertEquals(
                isTest,
                scan("UNB+UNOA:4+A+B+20260302:0910+1++++++" + indicator + "'" + MESSAGE + "UNZ+1+1'")
                        .interchanges()
                        .get(0)
                        .isTest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNH+1+DESADV:D:01B:UN'",
                "UNA:+.+ 'UNB+UNOA:3'",
                "UNA:+.' 'UNB+UNOA:3'",
                "UNA:+.? 'UNH+1'",
                "UNA::::::UNB:A",
                "UNG+DESADV'"
            })
    void a_file_without_a_readable_envelope_is_refused(String text) {
        assertTrue(EdifactScanner.isEdifact(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(
                List.of("INTERCHANGE_HEADER_MISSING"),
                scan(text).findings().stream().map(Finding::code).toList());
    }

    @Test
    void a_file_that_holds_too_much_is_not_taken_apart() {
        String many = "UNB+UNOA:3+A+B+260302:0910+1'" + "X'".repeat(500);

        assertEquals(
                List.of("FILE_HOLDS_TOO_MUCH"),
                EdifactScanner.scan(many.getBytes(StandardCharsets.ISO_8859_1), new FileLimits(2000))
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void the_end_is_known_by_unz_and_the_receiver_by_unb() {
        String whole = "UNB+UNOA:3+A:14+B:ZZZ+260302:0910+1'" + MESSAGE + "UNZ+1+1'\n";

        assertTrue(EdifactScanner.endHasCome(whole, whole));
        assertFalse(EdifactScanner.endHasCome(whole, whole.substring(0, whole.length() - 3)));
        assertEquals(Optional.of("ZZ:B"), EdifactScanner.receiver(whole.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Segment segment(String text) {
        return scan(text)
                .interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets()
                .get(0)
                .segments()
                .get(1);
    }

    private static ScannedFile scan(String text) {
        return EdifactScanner.scan(text.getBytes(StandardCharsets.ISO_8859_1), FileLimits.NONE);
    }
}
