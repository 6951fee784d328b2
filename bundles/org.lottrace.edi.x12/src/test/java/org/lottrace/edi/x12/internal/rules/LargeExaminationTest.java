package org.lottrace.edi.x12.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
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

        SamplePartners partners = new SamplePartners();
        List<ExaminedSet> sets = new Examiner(
                        partners,
                        new SchemaFolder(SamplePartners.MAPPINGS),
                        new OwnAddresses(partners, Optional.empty()),
                        new FileLimits(100_000_000))
                .examine(file.toString().getBytes(StandardCharsets.UTF_8))
                .interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets();

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

    /** The numbers of ST and SE differ. */
    private static List<SetSegment> within(ExaminedSet set) {
        return set.segments().subList(1, set.segments().size() - 1);
    }
}
