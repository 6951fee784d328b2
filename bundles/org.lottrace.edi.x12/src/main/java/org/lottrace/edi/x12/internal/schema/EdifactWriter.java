package org.lottrace.edi.x12.internal.schema;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.internal.syntax.EdifactQualifiers;

/**
 * Writes an EDIFACT interchange of messages of one type, with UNA and the customary characters. Characters that separate are released
 * where they are data.
 *
 * <p>Source: ISO 9735: version 3 with UNOC (ISO 8859-1); version 4 with UNOY (UTF-8) where a name needs other characters.
 */
public final class EdifactWriter {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter HHMM = DateTimeFormatter.ofPattern("HHmm");
    private static final String COMPONENT = String.valueOf(SetSegment.COMPONENT);

    private EdifactWriter() {}

    /**
     * @param envelope its version is the identifier of the messages, such as {@code D:01B:UN:EAN007}
     * @param messages for each its segments between UNH and UNT, the tag being the first text of each; components stand between
     *     {@link SetSegment#COMPONENT} characters
     * @throws IllegalArgumentException if a text contains a control character
     */
    public static byte[] write(Envelope envelope, List<List<List<String>>> messages) {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(String.valueOf(messages));
        Charset characters = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        StringBuilder text = new StringBuilder("UNA:+.? '\n");
        String control = String.format("%09d", envelope.control());
        segment(text, header(envelope, latin, control));
        for (int i = 0; i < messages.size(); i++) {
            String reference = String.valueOf(i + 1);
            segment(text, List.of("UNH", reference, joined((envelope.code() + ":" + envelope.version()).split(":"))));
            messages.get(i).forEach(segment -> segment(text, segment));
            segment(text, List.of("UNT", String.valueOf(messages.get(i).size() + 2), reference));
        }
        segment(text, List.of("UNZ", String.valueOf(messages.size()), control));
        return text.toString().getBytes(characters);
    }

    private static List<String> header(Envelope envelope, boolean latin, String control) {
        List<String> unb = new ArrayList<>(List.of(
                "UNB",
                latin ? joined("UNOC", "3") : joined("UNOY", "4"),
                address(envelope.sender()),
                address(envelope.receiver()),
                joined(
                        envelope.at().format(latin ? YYMMDD : CCYYMMDD),
                        envelope.at().format(HHMM)),
                control));
        if (envelope.usage().equals("T")) {
            unb.addAll(List.of("", "", "", "", "", "1"));
        }
        return unb;
    }

    private static String address(EdiAddress address) {
        return joined(address.id(), EdifactQualifiers.fromX12(address.qualifier()));
    }

    private static String joined(String... components) {
        return String.join(COMPONENT, components);
    }

    private static void segment(StringBuilder text, List<String> segment) {
        int size = segment.size();
        while (size > 1 && segment.get(size - 1).isEmpty()) {
            size--;
        }
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                text.append('+');
            }
            element(text, segment.get(i).replaceAll(COMPONENT + "+$", ""));
        }
        text.append("'\n");
    }

    private static void element(StringBuilder text, String element) {
        for (char c : element.toCharArray()) {
            if (c == SetSegment.COMPONENT) {
                text.append(':');
            } else if (Character.isISOControl(c)) {
                throw new IllegalArgumentException("\"" + element.strip() + "\" contains a control character");
            } else if ("+:?'".indexOf(c) >= 0) {
                text.append('?').append(c);
            } else {
                text.append(c);
            }
        }
    }
}
