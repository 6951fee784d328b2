package org.lottrace.edi.x12.testing;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.schema.EdifactWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.internal.schema.MessageWriter;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetReader;
import org.lottrace.edi.x12.internal.schema.SetWriter;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange.Place;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** The real way between XML and the bytes of a file. */
public final class X12 {
    public static final Path MAPPINGS = Path.of("../../edi-mappings");

    private X12() {}

    /** A transaction set of a file. */
    public record Received(String sender, List<SetSegment> segments) {}

    /**
     * A transaction set as its file has it.
     *
     * @param problems what is wrong with it; with any it goes to no handler
     */
    public record Examined(List<SetSegment> segments, List<Violation> problems) {}

    /** @return the first set of a file, as the partners of the samples may write it */
    public static Examined examine(byte[] content) {
        ExaminedSet set = SamplePartners.examiner()
                .examine(content)
                .interchanges()
                .get(0)
                .groups()
                .get(0)
                .sets()
                .get(0);
        return new Examined(
                set.segments(), set.findings().stream().map(Finding::violation).toList());
    }

    /** @return every set of a file, each without problems as the partners of the samples may write them */
    public static List<Received> read(byte[] content) {
        return SamplePartners.examiner().examine(content).interchanges().stream()
                .flatMap(
                        i -> i.groups().stream().flatMap(g -> g.sets().stream()).map(set -> read(i, set)))
                .toList();
    }

    private static Received read(ExaminedInterchange interchange, ExaminedSet set) {
        if (!set.findings().isEmpty()) {
            throw new AssertionError(set.findings());
        }
        return new Received(interchange.interchange().id(Place.SENDER), set.segments());
    }

    /** @return what StAEDI has against the sets of a file, by the schema of their version */
    public static List<String> staediSays(byte[] file) {
        SchemaFolder schemas = new SchemaFolder(MAPPINGS);
        return X12Scanner.scan(file).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream().flatMap(group -> group.sets().stream()
                        .flatMap(set -> SetReader.read(
                                set,
                                interchange.delimiters(),
                                schemas.find(group.version(), set.code()).orElseThrow())
                                .stream())))
                .map(Finding::toString)
                .toList();
    }

    public static byte[] write(String xml) {
        return write("856", "SH", xml);
    }

    /**
     * @param code ST01
     * @param functionalId GS01; empty for a message of EDIFACT
     */
    public static byte[] write(String code, String functionalId, String xml) {
        return write(code, functionalId, code.length() > 3 ? "D:01B:UN:EAN007" : "004010", xml);
    }

    /** @param version GS08, or what UNH says behind the type of the message */
    public static byte[] write(String code, String functionalId, String version, String xml) {
        boolean isEdifact = code.length() > 3;
        Envelope envelope = new Envelope(
                code,
                functionalId,
                version,
                new EdiAddress("ZZ", "LOTTRACE"),
                new EdiAddress("ZZ", "MARKET"),
                1,
                LocalDateTime.of(2026, 3, 2, 9, 15),
                "P");
        return isEdifact
                ? EdifactWriter.write(envelope, List.of(MessageWriter.segments(xml)))
                : InterchangeWriter.write(envelope, List.of(SetWriter.segments(xml)));
    }
}
