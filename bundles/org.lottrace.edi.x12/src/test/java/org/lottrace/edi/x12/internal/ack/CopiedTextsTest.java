package org.lottrace.edi.x12.internal.ack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter.AcknowledgedSet;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.schema.EdifactWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.testing.SamplePartners;

/** What was sent wrong is answered in a 997 or CONTRL that is right itself; found by Jazzer. */
class CopiedTextsTest {
    private static final Examiner EXAMINER = SamplePartners.examiner();

    @ParameterizedTest
    @CsvSource({"T0301, T03", "DTM036, DTM", "Z, ??", "'A ', ??", "äöü, äöü"})
    void a_tag_that_is_none_is_cut_to_what_fits(String sent, String answered) {
        ExaminedGroup group =
                EXAMINER.examine(file(sent)).interchanges().get(0).groups().get(0);

        List<List<String>> answer = AcknowledgementWriter.write(
                group, List.of(new AcknowledgedSet(group.sets().get(0), false)));

        assertEquals(
                answered,
                answer.stream()
                        .filter(segment -> segment.get(0).equals("AK3"))
                        .findFirst()
                        .orElseThrow()
                        .get(1));
        assertEquals(
                List.of(),
                EXAMINER.examine(written(answer)).interchanges().stream()
                        .flatMap(ExaminedInterchange::allFindings)
                        .toList());
    }

    @Test
    void a_group_whose_code_has_swallowed_the_rest_of_the_file_is_answered() {
        String swallowed = "SH" + "X".repeat(1500);
        byte[] file = new String(file("DTM036"), StandardCharsets.UTF_8)
                .replace("GS*SH*", "GS*" + swallowed + "*")
                .getBytes(StandardCharsets.UTF_8);
        ExaminedGroup group =
                EXAMINER.examine(file).interchanges().get(0).groups().get(0);
        assertEquals(swallowed, group.group().functionalId());

        List<List<String>> answer = AcknowledgementWriter.write(
                group, List.of(new AcknowledgedSet(group.sets().get(0), false)));

        assertEquals(swallowed.substring(0, 99), answer.get(0).get(1));
        assertTrue(written(answer).length > 0);
    }

    @ParameterizedTest
    @MethodSource("wrongElements")
    void what_is_wrong_with_an_element_is_said_in_a_997_that_is_right(String segment) {
        ExaminedGroup group =
                EXAMINER.examine(file(segment)).interchanges().get(0).groups().get(0);

        List<List<String>> answer = AcknowledgementWriter.write(
                group, List.of(new AcknowledgedSet(group.sets().get(0), false)));

        assertEquals(
                List.of(),
                EXAMINER.examine(written(answer)).interchanges().stream()
                        .flatMap(ExaminedInterchange::allFindings)
                        .toList());
    }

    @Test
    void a_reference_with_a_control_character_is_answered_by_a_control_message_that_can_be_written()
            throws IOException {
        String sample = Files.readString(
                SamplePartners.MAPPINGS.resolve("samples/eancom-retail.edi"), StandardCharsets.ISO_8859_1);
        byte[] sent = sample.replace("UNH+1+", "UNH+1\u0085+").getBytes(StandardCharsets.ISO_8859_1);
        ExaminedInterchange interchange = EXAMINER.examine(sent).interchanges().get(0);

        List<List<String>> answer = ControlWriter.write(
                interchange,
                List.of(),
                List.of(List.of(
                        new AcknowledgedSet(interchange.groups().get(0).sets().get(0), false))));

        assertTrue(EdifactWriter.write(envelope("CONTRL", "D:3:UN"), List.of(answer)).length > 0);
    }

    @Test
    void a_control_number_with_a_control_character_is_answered_without_it() {
        String file = new String(file("CTT*1"), StandardCharsets.UTF_8).replace("ST*856*0001", "ST*856*00\b01");
        ExaminedGroup group = EXAMINER.examine(file.getBytes(StandardCharsets.UTF_8))
                .interchanges()
                .get(0)
                .groups()
                .get(0);

        List<List<String>> answer = AcknowledgementWriter.write(
                group, List.of(new AcknowledgedSet(group.sets().get(0), false)));

        assertEquals(List.of("AK2", "856", "0001"), answer.get(1));
        assertTrue(written(answer).length > 0);
    }

    /** Control characters are not copied; element 109 has a number that is too long to be named. */
    static Stream<String> wrongElements() {
        return Stream.of("DTM*011*2026\u0080\u0007", "DTM" + "*".repeat(109) + "\u0007");
    }

    private static byte[] file(String tag) {
        return Stream.of(
                        "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>",
                        "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010",
                        "ST*856*0001",
                        "BSN*00*N-1*20260302*0910",
                        tag + "*1",
                        "SE*4*0001",
                        "GE*1*1",
                        "IEA*1*000000001")
                .map(segment -> segment + "~\n")
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(List<List<String>> answer) {
        return InterchangeWriter.write(envelope("997", "004010"), List.of(answer));
    }

    private static Envelope envelope(String code, String version) {
        return new Envelope(
                code,
                "FA",
                version,
                new EdiAddress("ZZ", "ACME"),
                new EdiAddress("ZZ", "LOTTRACE"),
                1,
                LocalDateTime.of(2026, 3, 2, 9, 15),
                "P");
    }
}
