package org.lottrace.edi.x12.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

class DespatchRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPS+1'CPS+2+1'CPS+3+2 | ",
                "CPS+2+1'CPS+1 | ",
                "CPS+1'CPS+1 | CPS_ID_REPEATED 5 / CPS / 1",
                "CPS+1'CPS+2+7 | CPS_PARENT_UNKNOWN 5 / CPS / 2",
                "CPS+1+2'CPS+2+1 | CPS_TOO_DEEP 4 / CPS / 2, CPS_TOO_DEEP 5 / CPS / 2",
                "CPS+1+1 | CPS_TOO_DEEP 4 / CPS / 2",
                "LIN+1'LIN+2+++1:1'CNT+2:2 | ",
                "LIN+1'LIN+2+++1:9 | LINE_PARENT_UNKNOWN 5 / LIN / 4:2",
                "LIN+1'LIN+2+++1:1'LIN+3+++1:2 | LINE_PARENT_UNKNOWN 6 / LIN / 4:2",
                "LIN+1'LIN+1'LIN+2+++1:1 | LINE_PARENT_UNKNOWN 6 / LIN / 4:2",
                "LIN+1'CNT+2:001 | ",
                "LIN+1'CNT+2:2 | LINE_COUNT_DIFFERS 5 / CNT / 1:2",
                "GIN+BJ+340123450000000017+00340123450000000024 | ",
                "GIN+AW+340123450000000017:340123450000000025 | SSCC_INVALID 4 / GIN / 2:2",
                "GIN+BX+1 | ",
            })
    void the_tree_the_labels_and_the_count_of_lines_are_right_or_refused(String segments, String expected) {
        assertEquals(expected == null ? "" : expected, findings(segments));
    }

    @Test
    void packages_do_not_nest_without_an_end() {
        String chain = IntStream.rangeClosed(1, 9999)
                .mapToObj(i -> i == 1 ? "CPS+1" : "CPS+" + i + "+" + (i - 1))
                .collect(Collectors.joining("'"));

        assertEquals("CPS_TOO_DEEP 55 / CPS / 2", findings(chain).split(", ")[0]);
    }

    @Test
    void a_repeated_element_is_refused() {
        assertEquals("TOO_MANY_REPETITIONS 4 / PIA / 2", findings("PIA+1+A*B"));
    }

    private static String findings(String segments) {
        String file =
                "UNB+UNOC:4+A+B+20260302:0910+1'UNH+1+DESADV:D:01B:UN'BGM+351+X+9'" + segments + "'UNT+3+1'UNZ+1+1'";
        TransactionSet message = EdifactScanner.scan(file.getBytes(StandardCharsets.ISO_8859_1), FileLimits.NONE)
                .interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets()
                .get(0);
        List<Finding> findings = ContentRules.check(message);
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.violation().path())
                .collect(Collectors.joining(", "));
    }
}
