package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter.AcknowledgedSet;
import org.lottrace.edi.x12.internal.ack.ControlWriter;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.testing.SamplePartners;

/** Whatever a file holds, it is read whole or refused with findings, and its answer can be written and is one that we would take ourselves. */
class ReadingFuzzIT {
    private static final Examiner EXAMINER = SamplePartners.examiner();
    private static final PartnerFolder PARTNERS = new PartnerFolder(SamplePartners.MAPPINGS);
    private static final EdiAddress OWN = new EdiAddress("ZZ", "LOTTRACE");
    private static final EdiAddress PARTNER = new EdiAddress("ZZ", "ACME");

    /** They repeat what the sender wrote, right or wrong, so that it knows what is answered. */
    private static final Set<String> COPIED = Set.of("AK1", "AK2");

    @FuzzTest(maxDuration = "4h", maxExecutions = 1_000_000)
    void any_file_is_read_or_refused_and_answered(byte[] file) {
        Examination examination = EXAMINER.examine(file);
        for (ExaminedInterchange interchange : examination.interchanges()) {
            interchange.allFindings().forEach(ReadingFuzzIT::saysWhatIsWrong);
            if (interchange.interchange().isEdifact()) {
                assertFalse(control(interchange).isEmpty());
            }
            for (ExaminedGroup group : interchange.groups()) {
                if (!interchange.interchange().isEdifact()
                        && interchange.findings().isEmpty()) {
                    answers(group);
                }
                for (ExaminedSet set : group.sets()) {
                    if (set.findings().isEmpty() && set.set().code().equals(OutboundTransactionSet.SHIP_NOTICE)) {
                        reads(set.segments());
                    }
                }
            }
        }
    }

    private static void saysWhatIsWrong(Finding finding) {
        assertFalse(finding.code().isBlank());
        assertFalse(finding.message().isBlank());
    }

    private static List<List<String>> control(ExaminedInterchange interchange) {
        return ControlWriter.write(
                interchange,
                interchange.findings().stream().map(Finding::violation).toList(),
                interchange.groups().stream().map(ReadingFuzzIT::answered).toList());
    }

    private static List<AcknowledgedSet> answered(ExaminedGroup group) {
        return group.sets().stream()
                .map(set -> new AcknowledgedSet(set, set.findings().isEmpty()))
                .toList();
    }

    private static void answers(ExaminedGroup group) {
        if (group.group().header().isEmpty() || group.group().isAcknowledgement()) {
            return; // has no answer
        }
        byte[] answer = InterchangeWriter.write(
                new Envelope("997", "FA", "004010", PARTNER, OWN, 1, LocalDateTime.of(2026, 3, 2, 9, 15), "P"),
                List.of(AcknowledgementWriter.write(group, answered(group))));
        assertEquals(
                List.of(),
                EXAMINER.examine(answer).interchanges().stream()
                        .flatMap(ExaminedInterchange::allFindings)
                        .filter(finding -> !COPIED.contains(finding.tag()))
                        .toList());
    }

    private static void reads(List<SetSegment> segments) {
        SetLevels levels = SetLevels.of(segments);
        Binding binding = PARTNERS.binding("standard");
        Reading reading = MessageReader.read(binding.read(levels), levels, PartnerSwitches.NONE, new PartyId("ACME"));
        boolean isWhole = UnreadFacts.of(StatedFacts.of(levels), reading.read()).isEmpty();
        NotUsed.of(
                levels, binding.paths(), PartnerSwitches.NONE, reading.notice().map(ShipNotice::shipDate));
        if (reading.notice().isPresent() && isWhole) {
            holdsEveryQuantity(levels, reading.notice().get());
        } else {
            assertTrue(!isWhole || !reading.problems().isEmpty());
        }
    }

    /** Of the levels that have none below them with a quantity. */
    private static void holdsEveryQuantity(SetLevels levels, ShipNotice notice) {
        BigDecimal stated = levels.nodes().stream()
                .filter(node -> node.children().isEmpty())
                .flatMap(node -> node.first("SN1").stream())
                .map(sn1 -> new BigDecimal(sn1.element(2)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal read =
                notice.lines().stream().map(line -> line.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(read.compareTo(stated) >= 0, read + " of " + stated);
    }
}
