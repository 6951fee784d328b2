package org.lottrace.edi.x12.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes as partners write them. */
class X12ScannerTest {
    private static final List<String> SEGMENTS = List.of(
            "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>",
            "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010",
            "ST*856*0001",
            "BSN*00*N-1*20260302*0910*0001",
            "SE*3*0001",
            "GE*1*1",
            "IEA*1*000000001");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "*, ~, \"\"",
                "~, *, \"\\r\\n   \"",
                "|, !, \"\\n\"",
                "*, }, \"\\r\\n\"",
                "*, \"\\n\", \"\"",
                "*, \"\\r\", \"\"",
                "*, \"\\r\", \"\\n\"",
                "*, …, \"\\n\"",
                "^, $, \"\\n\\n\\t\"",
            })
    void every_delimiter_and_line_break_gives_the_same_segments(String element, String terminator, String behind) {
        String end = unescaped(terminator);
        String text = SEGMENTS.stream()
                .map(segment -> segment.replace("*", element))
                .collect(Collectors.joining(end + unescaped(behind), "", end));

        assertEquals("[] BSN[00, N-1, 20260302, 0910, 0001]", read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001A", "\r\n\u001A\r\n", "\u0000\u0000", "  \n"})
    void what_a_system_writes_behind_the_last_segment_means_nothing(String behind) {
        assertEquals(
                "[] BSN[00, N-1, 20260302, 0910, 0001]", read("\uFEFF" + String.join("~\n", SEGMENTS) + "~" + behind));
    }

    @Test
    void elements_of_the_header_need_not_be_filled_up() {
        String text = String.join("~", SEGMENTS).replaceAll(" +\\*", "*");

        assertEquals("[] BSN[00, N-1, 20260302, 0910, 0001]", read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ST*856*0001~BSN*00*N-1~ | the envelope is missing",
                "GS*SH*A*B*20260302*0915*1*X*004010~ST*856*0001~ | the envelope is missing",
                "ISA*01*0000000000*01*0000000000*ZZ\\r\\nGS*SH*A*B*20260302*0915*1*X*004010\\r\\nST*856*0001\\r\\n | has 5 elements",
                "PK order export | must begin with an ISA segment",
            })
    void what_is_missing_of_the_header_is_said(String text, String expected) {
        ScannedFile file = X12Scanner.scan(unescaped(text).getBytes(StandardCharsets.UTF_8));

        assertTrue(file.interchanges().isEmpty());
        assertEquals(1, file.findings().size());
        assertTrue(
                file.findings().get(0).message().contains(expected),
                file.findings().toString());
    }

    private static String read(String text) {
        ScannedFile file = X12Scanner.scan(text.getBytes(StandardCharsets.UTF_8));
        Segment bsn = file.interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets()
                .get(0)
                .segments()
                .get(1);
        assertTrue(file.interchanges().get(0).trailer().isPresent());
        return file.findings() + " " + bsn.tag()
                + bsn.elements().subList(1, bsn.elements().size());
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }
}
