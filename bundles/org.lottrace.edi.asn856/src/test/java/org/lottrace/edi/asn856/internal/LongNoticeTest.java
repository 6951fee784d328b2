package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;

/** A notice too large for memory is read as one that is not: the same lines, the same refusals, the same notes. */
class LongNoticeTest {
    private static final InboundShipNotices HANDLER =
            new InboundShipNotices(TestOperations.over(), new Agreed(), SamplePartners.MAPPINGS);
    private static final Party ACME =
            new SamplePartners().find(new EdiAddress("ZZ", "ACME")).orElseThrow();

    @Property(tries = 2000)
    void whatever_notice_comes_it_is_read_as_if_it_were_small(@ForAll long seed) {
        List<SetSegment> segments = X12.examine(GeneratedNotice.of(seed).file()).segments();
        if (segments.isEmpty()) {
            return;
        }

        ReadSet small = read(segments);
        Statistics.label("outcome")
                .collect(small.fields().isEmpty() ? "refused" : "read")
                .coverage(counted -> {
                    counted.check("read").percentage(p -> p > 5);
                    counted.check("refused").percentage(p -> p > 5);
                });
        assertEquals(small, read(asLarge(segments)));
    }

    @Test
    void every_sample_is_read_as_if_it_were_small() throws IOException {
        int sets = 0;
        for (Path file : SampleNoticesTest.files()) {
            for (X12.Received set : X12.read(Files.readAllBytes(file))) {
                if (set.segments().get(0).is("ST")) {
                    assertEquals(read(set.segments()), read(asLarge(set.segments())), file.toString());
                    sets++;
                }
            }
        }
        assertTrue(sets > 10);
    }

    @Test
    void of_very_many_faults_the_first_are_said_and_how_many_more_there_are() throws IOException {
        List<SetSegment> segments = new ArrayList<>(set("BSN*00*N1*20260302*0910~HL*1**S~DTM*011*20260302~"
                + "N1*ST*PLANT*UL*4260000010003~HL*2*1*I~LIN**VN*FLOUR*LT*L1~SN1**1*XX~"));
        List<SetSegment> item = segments.subList(segments.size() - 4, segments.size() - 1);
        List<SetSegment> items = new ArrayList<>();
        for (int i = 3; i < 2_000; i++) {
            items.add(new SetSegment(0, "ITEM", true, List.of("HL", String.valueOf(i), "1", "I")));
            items.addAll(item.subList(1, 3));
        }
        segments.addAll(segments.size() - 1, items);

        ReadSet read = read(asLarge(segments));

        List<Violation> problems = read.handled().problems();
        assertEquals(501, problems.size());
        assertEquals("UNIT_UNKNOWN", problems.get(0).code());
        assertEquals("PROBLEMS_CUT_OFF", problems.get(500).code());
        assertTrue(problems.get(500).message().contains("1498 more"), problems.get(500)::message);
        assertEquals(read(segments), read);
    }

    @Test
    void of_very_many_facts_that_are_not_read_the_first_are_said_and_how_many_more_there_are() throws IOException {
        List<SetSegment> segments = new ArrayList<>(set("BSN*00*N1*20260302*0910~HL*1**S~DTM*011*20260302~"
                + "N1*ST*PLANT*UL*4260000010003~HL*2*1*I~LIN**VN*FLOUR*LT*L1~SN1**1*EA~"));
        for (int i = 0; i < 2_000; i++) {
            segments.add(segments.size() - 1, new SetSegment(0, "ITEM", false, List.of("REF", "LT", "OTHER" + i)));
        }

        ReadSet read = read(asLarge(segments));

        List<UnreadPart> unread = read.handled().unread();
        assertEquals(500, unread.size());
        assertTrue(
                unread.get(499).message().endsWith("and 1500 more behind it are not read"), unread.get(499)::message);
        assertEquals(read(segments), read);
    }

    private static List<SetSegment> set(String body) throws IOException {
        return X12.examine(
                        ("ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>~"
                                        + "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~ST*856*0001~" + body + "SE*"
                                        + (2
                                                + body.chars()
                                                        .filter(c -> c == '~')
                                                        .count())
                                        + "*0001~GE*1*1~IEA*1*000000001~")
                                .getBytes(StandardCharsets.US_ASCII))
                .segments();
    }

    private static List<SetSegment> asLarge(List<SetSegment> segments) {
        return LongList.of(segments.size(), segments::get);
    }

    private static ReadSet read(List<SetSegment> segments) {
        return HANDLER.preview(new InboundTransactionSet(
                "856",
                "004010",
                ACME,
                new InterchangeReference(
                        new EdiAddress("ZZ", "ACME"), new EdiAddress("ZZ", "LOTTRACE"), "1", "1", "0001"),
                segments));
    }
}
