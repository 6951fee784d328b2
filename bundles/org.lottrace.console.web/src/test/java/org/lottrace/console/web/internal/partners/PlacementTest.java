package org.lottrace.console.web.internal.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class PlacementTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*MILL           *ZZ*BAKERY         *260302*0800*U*00401*000000007*0*P*>~";
    private static final String DOCUMENT =
            ISA + "\nGS*SH*MILL*BAKERY*20260302*0800*7*X*004010~\nST*856*0001~\nBSN*00*N1~\n"
                    + "HL*1**S~\nHL*2*1*I~\nLIN**BP*FLOUR~\nSN1**4O*KG~\nHL*3*1*I~\nLIN**BP*SALT~\nSN1**5*KG~\nSE*10*0001~\n"
                    + "ST*856*0002~\nBSN*00*N2~\nSE*3*0002~\nGE*2*7~\nIEA*1*000000007~\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8 / SN1 / 2                  | 8  | 2
            2 / GS                       | 2  | 0
            15 / SE / 1                  | 15 | 1
            set 0001 / 6 / SN1 / 2       | 8  | 2
            set 0001 / HL 3 / SN102      | 11 | 2
            set 0001 / HL 3 / LIN        | 10 | 0
            set 0001 / HL 2 / lot        | 6  | 0
            group 7 / set 0002 / BSN / 2 | 14 | 2
            set 0002                     | 13 | 0
            set 0001 / lines[2].quantity | 3  | 0
            """)
    void a_problem_stands_beside_the_segment_it_is_about(String path, int position, int element) {
        assertEquals(
                new Placement.Place(position, element),
                new Placement(Segment.of(DOCUMENT), false).of(problem(path)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"7 / SN1 / 2", "99 / SE", "set 0009 / 2 / BSN", "in words"})
    void a_place_that_does_not_fit_the_document_is_not_believed(String path) {
        assertTrue(new Placement(Segment.of(DOCUMENT), false).of(problem(path)).isEmpty());
    }

    /** The log keeps one interchange of a file; places were counted in the file. */
    @Test
    void a_missing_segment_is_placed_where_other_places_fit_the_document() {
        Violation missing = problem("9 / PRF");

        assertEquals(9, place(missing, problem("8 / SN1 / 2")), "this is the first interchange of its file");
        assertEquals(0, place(missing, problem("7 / SN1 / 2")), "this came behind another one");
        assertEquals(0, place(missing), "nothing tells");
        assertEquals(
                9,
                new Placement(Segment.of(DOCUMENT), true)
                        .of(missing)
                        .orElseThrow()
                        .position());
    }

    private static int place(Violation problem, Violation... others) {
        List<Violation> all = new ArrayList<>(List.of(others));
        all.add(problem);
        return Placement.of(Segment.of(DOCUMENT), all)
                .of(problem)
                .map(Placement.Place::position)
                .orElse(0);
    }

    @Test
    void a_document_is_cut_at_the_end_of_segments_that_its_header_names() {
        assertEquals(17, Segment.of(DOCUMENT).size());
        assertEquals(17, Segment.of(DOCUMENT.replace("~\n", "\n")).size());
        assertEquals(
                List.of("1", "", "S"),
                Segment.of(DOCUMENT.replace('*', '|')).get(4).elements());
        assertEquals(List.of(), Segment.of("PK order export"));
    }

    @Test
    void of_a_long_document_what_has_problems_is_shown_wherever_it_stands() {
        String all = IntStream.rangeClosed(1, 3000)
                .mapToObj(i -> "REF*LT*" + i + "~")
                .collect(Collectors.joining());

        MarkedDocument document = MarkedDocument.ofRecord(ISA + all, List.of(problem("2500 / REF / 2"), problem("")));

        assertEquals(1001, document.lines().size());
        MarkedDocument.Line last = document.lines().get(1000);
        assertEquals(2500, last.segment().position());
        assertEquals(1499, last.leftOut());
        assertEquals(501, document.leftOut());
        assertEquals(1, document.unplaced().size());
        assertFalse(last.problems().isEmpty());
    }

    private static Violation problem(String path) {
        return new Violation(
                "WRONG", path.isEmpty() ? ViolationPath.WHOLE : ViolationPath.of(PathStep.words(path)), "it is wrong");
    }
}
