package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.GeneratedNotice.Hl;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;

/** Whatever ship notice comes: it is refused and says why, or each level, quantity, number, lot and date of it is in the notice or named as not used. */
class NothingLostTest {
    private static final InboundShipNotices HANDLER =
            new InboundShipNotices(TestOperations.over(), new Agreed(), SamplePartners.MAPPINGS);

    @Property(tries = 3000)
    void everything_that_a_file_states_is_read_or_said(@ForAll long seed) {
        GeneratedNotice generated = GeneratedNotice.of(seed);
        X12.Examined set = X12.examine(generated.file());
        if (!set.problems().isEmpty()) {
            Statistics.label("outcome").collect(set.problems().get(0).code());
            return;
        }
        ReadSet read = HANDLER.preview(inbound(set));
        if (!read.handled().problems().isEmpty() || !read.handled().unread().isEmpty()) {
            Statistics.label("outcome").collect("refused for what would be lost");
            return;
        }
        Statistics.label("outcome").collect("taken").coverage(counted -> counted.check("taken")
                .percentage(p -> p > 10));
        assertNothingLost(generated, read);
    }

    private static void assertNothingLost(GeneratedNotice generated, ReadSet read) {
        Set<String> values = read.fields().stream().map(ReadField::value).collect(Collectors.toSet());
        String notes = read.handled().notes().stream().map(Violation::message).collect(Collectors.joining("\n"));
        assertEquals(sorted(generated.leaves()), sorted(quantities(read)), () -> told(generated, read));
        List<String> lost = new ArrayList<>();
        for (Hl level : generated.levels()) {
            if (!level.code().equals("S")
                    && GeneratedNotice.elements(level, "SN1", 2).isEmpty()
                    && !generated.hasQuantityBelow(level)) {
                keep(lost, notes.contains("/HL"), "HL " + level.id());
            }
            for (String segment : level.segments()) {
                String[] parts = segment.split("\\*");
                switch (parts[0]) {
                    case "LIN" -> {
                        for (int i = 2; i + 1 < parts.length; i += 2) {
                            keep(lost, values.contains(parts[i + 1]) || notes.contains("LIN_" + parts[i]), segment);
                        }
                    }
                    case "DTM" ->
                        keep(lost, values.contains(date(parts[2])) || notes.contains("DTM_" + parts[1]), segment);
                    case "MAN" -> keep(lost, values.contains(parts[2]) || notes.contains("MAN_" + parts[1]), segment);
                    case "REF" ->
                        keep(
                                lost,
                                values.contains(parts[2])
                                        || !Set.of("LT", "BT", "LS").contains(parts[1]),
                                segment);
                    default -> {
                        // SN1 is compared, the others state neither goods nor lots nor dates
                    }
                }
            }
        }
        assertTrue(lost.isEmpty(), () -> lost + "\n" + told(generated, read));
    }

    private static void keep(List<String> lost, boolean isSaid, String what) {
        if (!isSaid) {
            lost.add(what);
        }
    }

    private static String told(GeneratedNotice generated, ReadSet read) {
        return new String(generated.file(), StandardCharsets.UTF_8) + read;
    }

    private static String date(String ccyymmdd) {
        return LocalDate.parse(ccyymmdd, DateTimeFormatter.BASIC_ISO_DATE).toString();
    }

    private static List<BigDecimal> quantities(ReadSet read) {
        return read.fields().stream()
                .filter(field -> field.name().endsWith(".quantity"))
                .map(field -> new BigDecimal(field.value().split(" ")[0]))
                .toList();
    }

    private static List<BigDecimal> sorted(List<BigDecimal> amounts) {
        return amounts.stream().sorted().toList();
    }

    private static InboundTransactionSet inbound(X12.Examined set) {
        assertFalse(set.segments().isEmpty());
        return new InboundTransactionSet(
                "856",
                "004010",
                new SamplePartners().find(new EdiAddress("ZZ", "ACME")).orElseThrow(),
                new InterchangeReference(
                        new EdiAddress("ZZ", "ACME"), new EdiAddress("ZZ", "LOTTRACE"), "1", "1", "0001"),
                set.segments());
    }
}
