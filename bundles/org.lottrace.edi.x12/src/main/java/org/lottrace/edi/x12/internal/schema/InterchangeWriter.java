package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.syntax.Delimiters;

/**
 * Writes an interchange of one functional group with StAEDI. The customary delimiters are used unless the data contains
 * them (a lot number may contain {@code *}).
 */
public final class InterchangeWriter {
    /** Characters; the longest element of our schemas has fewer. */
    private static final int LONGEST_ELEMENT = 300;

    private static final int LONGEST_SHOWN = 30;

    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter HHMM = DateTimeFormatter.ofPattern("HHmm");

    private static final int LONGEST_ID = 15;

    /** GS08 of those whose ISA has a character between repeated elements. */
    private static final String REPEATING = "005010";

    private static final Schema CONTROL = controlSchema("00401");
    private static final Schema CONTROL_REPEATING = controlSchema("00501");

    private InterchangeWriter() {}

    private static Schema controlSchema(String version) {
        try {
            return SchemaFactory.newFactory()
                    .getControlSchema(EDIStreamConstants.Standards.X12, new String[] {version});
        } catch (EDISchemaException e) {
            throw new IllegalStateException("StAEDI brings the control schema of X12 " + version, e);
        }
    }

    /**
     * What stands in ISA, GS and ST.
     *
     * @param code ST01
     * @param functionalId GS01
     * @param version GS08
     * @param sender ISA05, ISA06, GS02
     * @param receiver ISA07, ISA08, GS03
     * @param control ISA13 and GS06
     * @param at date and time of the interchange
     * @param usage ISA15: {@code P} production, {@code T} test
     */
    public record Envelope(
            String code,
            String functionalId,
            String version,
            EdiAddress sender,
            EdiAddress receiver,
            long control,
            LocalDateTime at,
            String usage) {
        /** @return whether ISA11 says what stands between repeated elements */
        boolean isRepeating() {
            return version.compareTo(REPEATING) >= 0;
        }
    }

    /** As below, as nothing else was agreed. */
    public static byte[] write(Envelope envelope, List<List<List<String>>> sets) {
        return write(envelope, sets, WritingForm.USUAL);
    }

    /**
     * @param sets for each transaction set its segments between ST and SE, the tag being the first text of each
     * @param form agreed with the receiver
     * @throws IllegalArgumentException if the data cannot be written as X12, or contains what separates
     */
    public static byte[] write(Envelope envelope, List<List<List<String>>> sets, WritingForm form) {
        requireShort(envelope.sender());
        requireShort(envelope.receiver());
        List<String> texts = Stream.concat(
                        Stream.of(envelope.sender().id(), envelope.receiver().id()),
                        sets.stream().flatMap(List::stream).flatMap(List::stream))
                .toList();
        Delimiters delimiters = form.delimiters(texts);
        boolean isRepeating = envelope.isRepeating();
        String repetition = isRepeating ? String.valueOf(form.repetition(texts, delimiters)) : "U";
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.PRETTY_PRINT, form.isOnLines());
        factory.setProperty(EDIStreamConstants.Delimiters.DATA_ELEMENT, delimiters.element());
        factory.setProperty(EDIStreamConstants.Delimiters.COMPONENT_ELEMENT, delimiters.component());
        factory.setProperty(EDIStreamConstants.Delimiters.SEGMENT, delimiters.segment());
        if (isRepeating) {
            factory.setProperty(EDIStreamConstants.Delimiters.REPETITION, repetition.charAt(0));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EDIStreamWriter writer = factory.createEDIStreamWriter(out, StandardCharsets.UTF_8.name())) {
            writer.setControlSchema(isRepeating ? CONTROL_REPEATING : CONTROL);
            writer.startInterchange();
            for (List<String> segment : segments(envelope, delimiters, repetition, sets)) {
                segment(writer, segment);
            }
            writer.endInterchange();
            writer.flush();
        } catch (EDIStreamException e) {
            throw new IllegalArgumentException("the transaction set cannot be written as X12: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException if the id fits into no ISA, which has room for 15 characters */
    public static void requireShort(EdiAddress address) {
        if (address.id().length() > LONGEST_ID) {
            throw new IllegalArgumentException("the interchange id " + address.id() + " has more than " + LONGEST_ID
                    + " characters, which X12 has no room for; enter another one in the profile, or send EDIFACT");
        }
    }

    private static List<List<String>> segments(
            Envelope e, Delimiters delimiters, String repetition, List<List<List<String>>> sets) {
        String isaControl = String.format("%09d", e.control());
        String groupControl = String.valueOf(e.control());
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                e.sender().qualifier(),
                String.format("%-15s", e.sender().id()),
                e.receiver().qualifier(),
                String.format("%-15s", e.receiver().id()),
                e.at().format(YYMMDD),
                e.at().format(HHMM),
                repetition,
                e.isRepeating() ? "00501" : "00401",
                isaControl,
                "0",
                e.usage(),
                String.valueOf(delimiters.component())));
        all.add(List.of(
                "GS",
                e.functionalId(),
                e.sender().id(),
                e.receiver().id(),
                e.at().format(CCYYMMDD),
                e.at().format(HHMM),
                groupControl,
                "X",
                e.version()));
        for (int i = 0; i < sets.size(); i++) {
            String setControl = String.format("%04d", i + 1);
            all.add(List.of("ST", e.code(), setControl));
            all.addAll(sets.get(i));
            all.add(List.of("SE", String.valueOf(sets.get(i).size() + 2), setControl));
        }
        all.add(List.of("GE", String.valueOf(sets.size()), groupControl));
        all.add(List.of("IEA", "1", isaControl));
        return all;
    }

    /** What is longer than any element overflows the writer. A receiver drops line breaks wherever they stand, so the text would be another one there. */
    private static void requireWritable(String element) {
        if (element.length() > LONGEST_ELEMENT) {
            throw new IllegalArgumentException(
                    "an element of " + element.length() + " characters cannot be written as X12, which has "
                            + LONGEST_ELEMENT + " at most: \"" + element.substring(0, LONGEST_SHOWN) + "…\"");
        }
        if (element.indexOf('\r') >= 0 || element.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("\"" + element.strip() + "\" contains a line break");
        }
    }

    private static void segment(EDIStreamWriter writer, List<String> segment) throws EDIStreamException {
        writer.writeStartSegment(segment.get(0));
        for (String element : segment.subList(1, segment.size())) {
            requireWritable(element);
            if (element.isEmpty()) {
                writer.writeEmptyElement();
            } else {
                writer.writeElement(element);
            }
        }
        writer.writeEndSegment();
    }
}
