package org.lottrace.edi.x12.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two interchanges of 3,000 sets each: more than is kept, so most are read again from the text. */
class LargeFileTest {
    private static final int SETS = 3_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-ASCII | Flour",
                "ISO-8859-1 | Käse",
                "UTF-8 | Źródło …",
            })
    void what_is_read_again_is_what_was_read(String set, String text) {
        String isa =
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*00000000";
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= 2; i++) {
            file.append(isa).append(i).append("*0*P*>~\nGS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~\r\n");
            for (int number = 0; number < SETS; number++) {
                file.append("ST*856*")
                        .append(number)
                        .append("~\nBSN*00*")
                        .append(text)
                        .append("\r\n")
                        .append(number)
                        .append("~~\n DTM*036~REF*ZZ**X~SE*5*")
                        .append(number)
                        .append("~");
            }
            file.append("GE*3000*1~IEA*1*00000000").append(i).append("~\n\u001A");
        }

        assertRead(
                X12Scanner.scan(file.toString().getBytes(Charset.forName(set))),
                List.of("BSN", "00", text + "%d"),
                file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"UNOC | ISO-8859-1 | Käse?+", "UNOY | UTF-8 | Źródło?'"})
    void so_it_is_with_messages_of_edifact(String syntax, String set, String text) {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= 2; i++) {
            file.append(i == 2 ? "UNA:+,? '" : "")
                    .append("UNB+")
                    .append(syntax)
                    .append(":3+A+B+260302:0910+")
                    .append(i)
                    .append("'\n");
            for (int number = 0; number < SETS; number++) {
                file.append("UNH+")
                        .append(number)
                        .append("+DESADV:D:01B:UN'BGM+351+")
                        .append(text)
                        .append(number)
                        .append("'\r\nDTM+11:1:102'RFF+ZZ'UNT+5+")
                        .append(number)
                        .append("'\n");
            }
            file.append("UNZ+3000+").append(i).append("'\n");
        }

        assertRead(
                EdifactScanner.scan(file.toString().getBytes(Charset.forName(set)), FileLimits.NONE),
                List.of("BGM", "351", text.replace("?", "") + "%d"),
                new String(file.toString().getBytes(Charset.forName(set)), StandardCharsets.ISO_8859_1));
    }

    private static void assertRead(ScannedFile file, List<String> second, String text) {
        assertEquals(List.of(), file.findings());
        assertEquals(2, file.interchanges().size());
        StringBuilder joined = new StringBuilder();
        for (Interchange interchange : file.interchanges()) {
            joined.append(interchange.text());
            List<TransactionSet> sets = interchange.groups().get(0).sets();
            assertEquals(SETS, sets.size());
            int position = sets.get(0).header().position();
            for (int number = 0; number < SETS; number++) {
                TransactionSet set = sets.get(number);
                List<Segment> segments = set.segments();
                assertEquals(set.header(), segments.get(0));
                assertEquals(set.last(), segments.get(segments.size() - 1));
                assertEquals(5, segments.size());
                assertEquals(5, set.size());
                List<Integer> positions = new ArrayList<>();
                segments.forEach(segment -> positions.add(segment.position()));
                int first = position;
                assertEquals(List.of(first, first + 1, first + 2, first + 3, first + 4), positions);
                position += 5;
                int it = number;
                assertEquals(
                        second.stream()
                                .map(element -> element.replace("%d", String.valueOf(it)))
                                .toList(),
                        segments.get(1).elements());
            }
        }
        assertTrue(file.interchanges().get(0).groups().get(0).sets().get(0).isKept());
        assertFalse(
                file.interchanges().get(1).groups().get(0).sets().get(SETS - 1).isKept());
        assertEquals(text.replaceAll("[\u001A\\s]+$", ""), joined.toString().replaceAll("[\u001A\\s]+$", ""));
    }
}
