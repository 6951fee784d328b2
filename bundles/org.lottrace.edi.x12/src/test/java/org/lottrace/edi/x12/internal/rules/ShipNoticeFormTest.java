package org.lottrace.edi.x12.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.testing.SamplePartners;

/** Versions, trees of levels, and what partners may get wrong. */
class ShipNoticeFormTest {
    private static final String ITEM = "LIN**VN*FL*LT*A;SN1**1*EA";

    @ParameterizedTest
    @CsvSource({
        "002001, 260302, ''",
        "003060, 260302, ''",
        "003060, 20260302, ''",
        "003060, 261302, INVALID_DATE DTM 2",
        "004010, 20260302, ''",
        "004010, 260302, INVALID_DATE DTM 2",
        "004010VICS, 20260302, ''",
        "004060, 20260302, ''",
        "005010VICS, 20260302, ''",
        "006020, 20260302, SCHEMA_MISSING ST 1",
        "4010, 20260302, SCHEMA_MISSING ST 1",
    })
    void versions_up_to_005010_share_one_grammar_and_old_dates_have_six_digits(
            String version, String date, String expected) {
        assertEquals(expected, findings(version, "HL*1**S;DTM*011*" + date + ";HL*2*1*I;" + ITEM));
    }

    @ParameterizedTest
    @CsvSource({
        "HL*1**S;HL*2*1*I;" + ITEM + ";HL*3*2*P, ''",
        "HL*1*0*S;HL*2*1*I;" + ITEM + ", ''",
        "HL*2*1*I;" + ITEM + ";HL*1**S, ''",
        "HL*1**S;HL*2*1*X;HL*3*2*I;" + ITEM + ", ''",
        "HL*1**S;HL*2*9*I;" + ITEM + ", HL_PARENT_UNKNOWN HL 2",
        "HL*1**S;HL*2*3*P;HL*3*2*T, HL_CYCLE HL 2 HL_CYCLE HL 2",
        "HL*1**S;HL*2**S, SHIPMENT_REPEATED HL 3",
        "HL*1**S;HL*1*1*P, HL_ID_REPEATED HL 1",
        "HL*1**O;HL*2*1*P, HL_PARENT_UNKNOWN HL 2 SHIPMENT_MISSING HL 3"
                + " IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE PRF 0",
    })
    void levels_nest_in_any_way_below_one_shipment(String levels, String expected) {
        assertEquals(expected, findings("004010", levels));
    }

    @Test
    void levels_stand_below_each_other_fifty_times_at_most() {
        assertEquals("", findings("004010", branch(50)));
        assertEquals("HL_TOO_DEEP HL 2", findings("004010", branch(51)));
    }

    @Test
    void one_long_branch_is_refused_in_a_moment() {
        String levels = branch(40_000);

        List<Finding> findings = assertTimeout(
                Duration.ofSeconds(10), () -> sets("004010", levels).get(0).findings());

        assertTrue(findings.size() <= 1000, findings.size() + " findings");
        assertEquals("HL_TOO_DEEP HL 2", text(findings.get(0)));
    }

    @Test
    void many_counts_are_refused_in_a_moment() {
        String levels = "HL*1**S;HL*2*1*I;" + ITEM + ";CTT*9".repeat(60_000);

        List<Finding> findings = assertTimeout(
                Duration.ofSeconds(10), () -> sets("004010", levels).get(0).findings());

        assertTrue(findings.stream().anyMatch(finding -> finding.code().equals("HL_COUNT_DIFFERS")));
    }

    /** Packs, each in the one before it. */
    private static String branch(int depth) {
        StringBuilder levels = new StringBuilder("HL*1**S;");
        for (int id = 2; id <= depth + 1; id++) {
            levels.append("HL*").append(id).append('*').append(id - 1).append("*P;");
        }
        return levels.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "S O I I O I, - 1 2 2 1 5",
        "S O P I P I, - 1 2 3 2 5",
        "S O T P I ZZ ZZ, - 1 2 3 4 5 5",
        "S I I, - 1 1",
    })
    void levels_without_a_parent_are_nested_by_their_order(String kinds, String parents) {
        List<ExaminedSet> sets = sets("004010", flat(kinds));

        assertEquals(List.of(), sets.get(0).findings());
        assertEquals(
                parents,
                sets.get(0).segments().stream()
                        .filter(segment -> segment.is("HL"))
                        .map(hl -> hl.element(2).isEmpty() ? "-" : hl.element(2))
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"S O I P I P", "S O I X"})
    void levels_without_a_parent_whose_order_says_two_things_are_refused(String kinds) {
        assertEquals("HL_PARENT_UNKNOWN HL 2", findings("004010", flat(kinds)));
    }

    @Test
    void a_fault_in_one_segment_is_one_finding_and_spoils_nothing_behind_it() {
        assertEquals(
                "SEGMENT_NOT_IN_PROPER_SEQUENCE BSN 0",
                findings("004010", "HL*1**S;BSN*00*XX*20260302*0910;N1*ST*X;N3*STREET;HL*2*1*I;" + ITEM));
    }

    @Test
    void what_can_be_tolerated_is_said_when_a_partner_is_to_be_allowed_something_else(@TempDir Path mappings)
            throws IOException {
        Path file = mappings.resolve("partners/mill/856.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "tolerated = SSCC_INVALID, HL_COUNT_DIFFERS\n");
        assertEquals(Set.of("SSCC_INVALID", "HL_COUNT_DIFFERS"), new Tolerances(mappings).of("mill", "856"));

        Files.writeString(file, "tolerated = HL_PARENT_UNKNOWN\n");
        String message = assertThrows(IllegalStateException.class, () -> new Tolerances(mappings).of("mill", "856"))
                .getMessage();
        assertTrue(message.contains("mill/856.properties") && message.contains("HL_PARENT_UNKNOWN"), message);
    }

    private static String flat(String kinds) {
        StringBuilder levels = new StringBuilder();
        int id = 0;
        for (String kind : kinds.split(" ")) {
            levels.append("HL*").append(++id).append("**").append(kind).append(';');
            levels.append(kind.equals("O") ? "PRF*PO;" : kind.equals("I") || kind.equals("ZZ") ? ITEM + ";" : "");
        }
        return levels.toString();
    }

    private static String findings(String version, String levels) {
        return sets(version, levels).get(0).findings().stream()
                .map(ShipNoticeFormTest::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(Finding finding) {
        return finding.code() + " " + finding.tag() + " " + finding.element();
    }

    private static List<ExaminedSet> sets(String version, String levels) {
        String date = version.compareTo("004") < 0 ? "260302" : "20260302";
        List<String> segments = List.of(("BSN*00*N-1*" + date + "*0910;" + levels).split(";"));
        String file = String.join(
                "~\n",
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>",
                "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*" + version,
                "ST*856*0001",
                String.join("~\n", segments),
                "SE*" + (segments.size() + 2) + "*0001",
                "GE*1*1",
                "IEA*1*000000001~");
        return SamplePartners.examiner().examine(file.getBytes(StandardCharsets.UTF_8)).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .toList();
    }
}
