package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.edi.x12.testing.X12;

/** Whatever texts a notice holds, it is read back as it was written, or it is not written, or our own reader says what is wrong with it. */
class WritingFuzzIT {
    private static final Binding BINDING = new PartnerFolder(SamplePartners.MAPPINGS).binding("standard");

    private static final Examiner EXAMINER = SamplePartners.examiner();

    @FuzzTest(maxDuration = "4h", maxExecutions = 1_000_000)
    void any_notice_is_read_back_or_refused(FuzzedDataProvider data) {
        ShipNotice notice;
        try {
            notice = notice(data);
        } catch (InvalidIdentifierException e) {
            return; // no notice at all
        }
        byte[] file;
        try {
            file = X12.write(BINDING.write(MessageWriter.write(notice, new Names(text(data), text(data)))));
        } catch (IllegalArgumentException e) {
            return; // it says why it cannot be written
        }
        List<ExaminedSet> sets = EXAMINER.examine(file).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .toList();
        assertEquals(1, sets.size());
        if (!sets.get(0).findings().isEmpty()) {
            return; // it is not sent
        }
        SetLevels levels = SetLevels.of(sets.get(0).segments());
        Reading reading = MessageReader.read(
                BINDING.read(levels), levels, PartnerSwitches.NONE, notice.id().sender());
        reading.notice().ifPresent(read -> assertEquals(facts(notice), facts(read)));
    }

    private static ShipNotice notice(FuzzedDataProvider data) {
        List<ShipNoticeLine> lines = new ArrayList<>();
        int number = data.consumeInt(1, 4);
        for (int i = 0; i < number; i++) {
            lines.add(line(data));
        }
        return new ShipNotice(
                new ShipNoticeId(new PartyId("ACME"), text(data)),
                LocalDate.of(2026, 3, 2).atTime(9, 15),
                day(data),
                Optional.empty(),
                Optional.empty(),
                text(data),
                text(data),
                text(data),
                lines);
    }

    private static ShipNoticeLine line(FuzzedDataProvider data) {
        return new ShipNoticeLine(
                text(data),
                "1",
                data.consumeBoolean() ? Optional.of(Gtin.of("14012345000013")) : Optional.empty(),
                text(data),
                text(data),
                text(data),
                data.consumeBoolean() ? Optional.of(day(data)) : Optional.empty(),
                data.consumeBoolean() ? Optional.of(day(data)) : Optional.empty(),
                new Quantity(
                        BigDecimal.valueOf(data.consumeLong(1, 999_999_999L), data.consumeInt(0, 3)),
                        new UnitOfMeasure(data.pickValue(new String[] {"C62", "KGM", "CS"}))),
                unit(data),
                unit(data));
    }

    private static Optional<Sscc> unit(FuzzedDataProvider data) {
        int unit = data.consumeInt(0, 4);
        return unit == 0 ? Optional.empty() : Optional.of(Bakery.pallet(unit));
    }

    private static LocalDate day(FuzzedDataProvider data) {
        return LocalDate.of(2026, 1, 1).plusDays(data.consumeInt(0, 3000));
    }

    private static String text(FuzzedDataProvider data) {
        return data.consumeString(24);
    }

    /** Spaces around a text are not data in X12. */
    private static List<String> facts(ShipNotice notice) {
        return notice.lines().stream()
                .map(line -> String.join(
                        "|",
                        line.purchaseOrder().strip(),
                        line.lotNumber().strip(),
                        line.quantity().toString(),
                        line.expiry().toString(),
                        line.productionDate().toString()))
                .toList();
    }
}
