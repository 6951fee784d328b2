package org.lottrace.edi.x12.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.testing.SamplePartners;

/** So many sets that not all are kept: what is read again says the same, in the same loops, with parents and components as they are meant. */
class LargeExaminationTest {
    private static final int SETS = 3_000;

    @Test
    void a_set_that_is_read_again_stands_in_the_same_loops() {
        StringBuilder file = new StringBuilder(
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>~"
                        + "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~");
        for (int number = 1000; number < 1000 + SETS; number++) {
            file.append("ST*856*")
                    .append(number)
                    .append("~BSN*00*N-1*20260302*0910~HL*1*0*S~DTM*011*20260302~")
                    .append("N1*ST*PLANT*UL*4260000010003~N3*Street~HL*2*1*I~LIN**VN*FLOUR*LT*L1~SN1**1*KG~")
                    .append("MEA*WT*G*1*KG>1~SE*11*")
                    .append(number)
                    .append('~');
        }
        file.append("GE*3000*1~IEA*1*000000001~");

        List<ExaminedSet> sets = examined(file.toString());

        ExaminedSet first = sets.get(0);
        ExaminedSet last = sets.get(SETS - 1);
        assertEquals(List.of(), first.findings());
        assertTrue(first.set().isKept());
        assertFalse(last.set().isKept());
        assertTrue(first.segments().stream().anyMatch(SetSegment::opens));
        assertEquals("", last.segments().get(2).element(2));
        assertEquals("KG", last.segments().get(9).component(4, 1));
        assertEquals(within(first), within(last));
    }

    @Test
    void a_set_too_large_for_memory_says_what_it_says_in_memory() {
        ExaminedSet large = set(20_000, "");
        ExaminedSet small = set(200, "");

        assertEquals(List.of(), large.findings());
        assertTrue(large.set().isLong());
        assertFalse(small.set().isLong());
        int same = small.segments().size() - 2;
        assertEquals(
                small.segments().subList(1, same), List.copyOf(large.segments().subList(1, same)));
        assertEquals("", large.segments().get(2).element(2));
        assertEquals(large.set().size(), large.segments().size());
    }

    @ParameterizedTest
    @CsvSource({
        "HL*2*1*I~LIN**VN*FLOUR*LT*L1~SN1**1*KG~, HL_ID_REPEATED",
        "HL*9999991*9999992*I~LIN**VN*FLOUR*LT*L1~SN1**1*KG~, HL_PARENT_UNKNOWN",
        "HL*9999991*9999991*I~LIN**VN*FLOUR*LT*L1~SN1**1*KG~, HL_CYCLE",
        "HL*9999991*1*I~LIN**VN*FLOUR*LT~SN1**1*KG~, LIN_PAIR_INCOMPLETE",
        "HL*9999991*1*I~LIN**VN*FLOUR*LT*L1~SN1**x*KG~, INVALID_CHARACTER_DATA",
        "HL*9999991*1*P~MAN*GM*123456789012345678~, SSCC_INVALID",
        "HL*9999991*1*S~, SHIPMENT_REPEATED"
    })
    void what_is_wrong_with_a_set_too_large_for_memory_is_said_as_in_memory(String last, String code) {
        List<Finding> large = set(20_000, last).findings();
        List<Finding> small = set(200, last).findings();

        assertTrue(codes(large).contains(code), large::toString);
        assertEquals(codes(small), codes(large));
        int further = 3 * (20_000 - 200);
        assertEquals(
                small.stream().map(f -> f.position() + further).toList(),
                large.stream().map(Finding::position).toList());
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static ExaminedSet set(int items, String last) {
        StringBuilder file = new StringBuilder(
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>~"
                        + "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~ST*856*0001~BSN*00*N-1*20260302*0910~HL*1*0*S~"
                        + "DTM*011*20260302~");
        for (int i = 0; i < items; i++) {
            file.append("HL*").append(i + 2).append("*1*I~\nLIN**VN*FLOUR*LT*L").append(i);
            file.append("~\nSN1**1*KG~\n");
        }
        int segments = 5 + 3 * items + (int) last.chars().filter(c -> c == '~').count();
        file.append(last).append("SE*").append(segments).append("*0001~GE*1*1~IEA*1*000000001~");
        return examined(file.toString()).get(0);
    }

    private static List<ExaminedSet> examined(String file) {
        SamplePartners partners = new SamplePartners();
        return new Examiner(
                        partners,
                        new SchemaFolder(SamplePartners.MAPPINGS),
                        new OwnAddresses(partners, Optional.empty()),
                        new FileLimits(100_000_000))
                .examine(file.getBytes(StandardCharsets.UTF_8))
                .interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets();
    }

    /** The numbers of ST and SE differ. */
    private static List<SetSegment> within(ExaminedSet set) {
        return set.segments().subList(1, set.segments().size() - 1);
    }
}
