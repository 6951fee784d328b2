package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.schema.EDILoopType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lottrace.edi.x12.internal.syntax.Delimiters;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Holds one transaction set against its schema with StAEDI: what we write, and acknowledgements.
 *
 * <p>StAEDI gets each set alone, in an envelope of its own and with delimiters that appear in none of its data. So one broken
 * set does not spoil the next, and an odd envelope (short ISA, strange delimiters, wrapped lines) is no matter of the schema.
 */
public final class SetReader {
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
    /** EnvelopeRules say these about the envelope that was really sent. */
    private static final Set<EDIStreamValidationError> ENVELOPE_ERRORS = EnumSet.of(
            EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH,
            EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT);

    private static final int MOST_FINDINGS = 500;
    private static final String CONTROL = "ISA GS ST SE GE IEA";
    private static final String ENCODING = StandardCharsets.UTF_8.name();
    /** ISA and GS stand before ST in the envelope made here. */
    private static final int SEGMENTS_BEFORE = 2;

    private final TransactionSet set;
    private final Delimiters original;
    private final List<Segment> fed = new ArrayList<>();
    private final Findings findings = new Findings(MOST_FINDINGS);

    private SetReader(TransactionSet set, Delimiters original) {
        this.set = set;
        this.original = original;
    }

    /**
     * @param set a set whose header is whole
     * @param original the delimiters it came with
     * @param schema of its code and version
     */
    public static List<Finding> read(TransactionSet set, Delimiters original, Schema schema) {
        return new SetReader(set, original).read(schema);
    }

    private List<Finding> read(Schema schema) {
        for (Segment segment : set.segments()) {
            if (TAG.matcher(segment.tag()).matches()) {
                fed.add(segment);
            } else {
                findings.add(Finding.of(
                        "SEGMENT_TAG_INVALID", segment, "a segment tag has 2 or 3 capital letters or digits"));
            }
        }
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(envelope()), ENCODING)) {
            while (reader.hasNext() && !findings.isFull()) {
                take(reader.next(), reader, schema);
            }
        } catch (EDIStreamException | IOException e) {
            findings.add(Finding.of(
                    "SET_UNREADABLE",
                    set.header(),
                    "the transaction set cannot be read to its end: " + e.getMessage()));
        }
        return findings.list().stream().distinct().toList();
    }

    private void take(EDIStreamEvent event, EDIStreamReader reader, Schema schema) {
        if (event == EDIStreamEvent.START_TRANSACTION) {
            reader.setTransactionSchema(schema);
        }
        if (event.isError()) {
            error(reader);
        }
    }

    private void error(EDIStreamReader reader) {
        EDIStreamValidationError type = reader.getErrorType();
        Segment at = at(reader.getLocation().getSegmentPosition());
        if (reader.getEventType() == EDIStreamEvent.SEGMENT_ERROR) {
            Optional<String> loop = firstSegmentOfLoop(reader.getSchemaTypeReference());
            String tag = loop.orElse(reader.getText());
            String name = loop.isPresent() ? reader.getReferenceCode() : tag;
            findings.add(new Finding(type.name(), at.position(), tag, 0, "", SchemaMessages.of(type, name)));
        } else if (!CONTROL.contains(at.tag()) && !ENVELOPE_ERRORS.contains(type)) {
            int element = reader.getLocation().getElementPosition();
            findings.add(Finding.of(type.name(), at, element, SchemaMessages.of(type, at.tag())));
        }
    }

    private static Optional<String> firstSegmentOfLoop(EDIReference reference) {
        if (reference != null && reference.getReferencedType() instanceof EDILoopType loop) {
            return Optional.of(loop.getReferences().get(0).getReferencedType().getId());
        }
        return Optional.empty();
    }

    private Segment at(int segmentPosition) {
        int index = segmentPosition - SEGMENTS_BEFORE - 1;
        return fed.get(Math.min(Math.max(index, 0), fed.size() - 1));
    }

    private byte[] envelope() {
        Delimiters own = Delimiters.absentFrom(
                fed.stream().flatMap(s -> s.elements().stream()).toList());
        StringBuilder text = new StringBuilder();
        line(
                text,
                own,
                "ISA,00,          ,00,          ,ZZ,SENDER         ,ZZ,RECEIVER       ,260101,0000,U,00401,000000001,0,P,"
                                .replace(',', own.element())
                        + own.component());
        line(text, own, "GS,ZZ,SENDER,RECEIVER,20260101,0000,1,X,004010".replace(',', own.element()));
        fed.forEach(segment -> line(
                text,
                own,
                String.join(String.valueOf(own.element()), segment.elements())
                        .replace(original.component(), own.component())));
        Stream<String> end = set.isClosed()
                ? Stream.of("GE,1,1", "IEA,1,000000001")
                : Stream.of("SE,1,0001", "GE,1,1", "IEA,1,000000001");
        end.forEach(line -> line(text, own, line.replace(',', own.element())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Delimiters own, String line) {
        text.append(line).append(own.segment());
    }
}
