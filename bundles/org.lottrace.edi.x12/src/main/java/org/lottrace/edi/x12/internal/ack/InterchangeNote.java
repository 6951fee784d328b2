package org.lottrace.edi.x12.internal.ack;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.WritingForm;
import org.lottrace.edi.x12.internal.syntax.Delimiters;
import org.lottrace.edi.x12.internal.syntax.Interchange;

/**
 * The interchange acknowledgement (TA1): what is said of an envelope, before and apart from what a 997 says of its groups. It is the
 * only segment of an interchange without a group.
 *
 * <p>Source: X12.5, segment TA1, data elements I17 (A accepted, R rejected) and I18 (note code).
 */
public final class InterchangeNote {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter HHMM = DateTimeFormatter.ofPattern("HHmm");
    private static final String NO_ERROR = "000";
    private static final String INVALID_CONTROL_STRUCTURE = "022";

    private static final Map<String, String> NOTES = Map.of(
            "INTERCHANGE_CONTROL_DIFFERS", "001",
            "SENDER_UNKNOWN", "006",
            "RECEIVER_NOT_US", "008",
            "INTERCHANGE_CONTROL_INVALID", "018",
            "TEST_NOT_AGREED", "020",
            "GROUP_COUNT_DIFFERS", "021",
            "INTERCHANGE_TRAILER_MISSING", "023",
            "INTERCHANGE_EMPTY", "024",
            "CONTROL_NUMBER_REUSED", "025");

    private InterchangeNote() {}

    /**
     * @param problems what the whole interchange is refused for
     * @return true when the envelope is bad, or its sender asks for an answer (ISA14 is 1)
     */
    public static boolean isDue(ExaminedInterchange interchange, List<Violation> problems) {
        return !problems.isEmpty()
                || interchange.interchange().header().element(14).strip().equals("1");
    }

    /** @return the segment about an interchange; what ISA does not say as it must is replaced, so that the answer can be written */
    public static List<String> of(Interchange interchange, List<Violation> problems, Clock clock) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        String date = interchange.header().element(9).strip();
        String time = interchange.header().element(10).strip();
        return List.of(
                "TA1",
                control(interchange.control()),
                date.matches("\\d{6}") ? date : now.format(YYMMDD),
                time.matches("\\d{4}") ? time : now.format(HHMM),
                problems.isEmpty() ? "A" : "R",
                problems.isEmpty()
                        ? NO_ERROR
                        : NOTES.getOrDefault(problems.get(0).code(), INVALID_CONTROL_STRUCTURE));
    }

    private static String control(String said) {
        String digits = said.replaceAll("\\D", "");
        String last = digits.substring(Math.max(0, digits.length() - 9));
        return "0".repeat(9 - last.length()) + last;
    }

    /**
     * @param form agreed with the receiver
     * @return the bytes of an interchange that holds nothing but that segment
     */
    public static byte[] write(
            EdiAddress sender,
            EdiAddress receiver,
            long control,
            LocalDateTime at,
            String usage,
            List<String> note,
            WritingForm form) {
        InterchangeWriter.requireShort(sender);
        InterchangeWriter.requireShort(receiver);
        String number = String.format("%09d", control);
        Delimiters delimiters = form.delimiters(List.of(sender.id(), receiver.id()));
        List<String> header = List.of(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                sender.qualifier(),
                String.format("%-15s", sender.id()),
                receiver.qualifier(),
                String.format("%-15s", receiver.id()),
                at.format(YYMMDD),
                at.format(HHMM),
                "U",
                "00401",
                number,
                "0",
                usage,
                String.valueOf(delimiters.component()));
        StringBuilder text = new StringBuilder();
        for (List<String> segment : List.of(header, note, List.of("IEA", "0", number))) {
            text.append(String.join(String.valueOf(delimiters.element()), segment))
                    .append(delimiters.segment())
                    .append(form.isOnLines() ? "\n" : "");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
