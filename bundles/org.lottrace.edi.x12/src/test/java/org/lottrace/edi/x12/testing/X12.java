package org.lottrace.edi.x12.testing;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.rules.ContentRules;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetCheck;
import org.lottrace.edi.x12.internal.schema.SetGrammar;
import org.lottrace.edi.x12.internal.schema.SetReading;
import org.lottrace.edi.x12.internal.schema.SetWriter;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** The real way between XML and the bytes of a file. */
public final class X12 {
    public static final Path MAPPINGS = Path.of("../../edi-mappings");
    private static final SetGrammar GRAMMAR =
            new SchemaFolder(MAPPINGS).grammar("004010", "856").orElseThrow();

    private X12() {}

    /** A transaction set of a file. */
    public record Received(String sender, List<SetSegment> segments) {}

    /** @return every set of a file without problems */
    public static List<Received> read(byte[] content) {
        return X12Scanner.scan(content).interchanges().stream()
                .flatMap(
                        i -> i.groups().stream().flatMap(g -> g.sets().stream()).map(set -> read(i, set)))
                .toList();
    }

    private static Received read(Interchange interchange, TransactionSet set) {
        SetReading reading = SetCheck.check(set, interchange.delimiters().component(), GRAMMAR, Map.of());
        if (!reading.findings().isEmpty() || !ContentRules.check(set).isEmpty()) {
            throw new AssertionError(reading.findings() + " " + ContentRules.check(set));
        }
        return new Received(interchange.header().element(6).strip(), reading.segments());
    }

    public static byte[] write(String xml) {
        Envelope envelope = new Envelope(
                "856",
                "SH",
                "004010",
                new EdiAddress("ZZ", "LOTTRACE"),
                new EdiAddress("ZZ", "MARKET"),
                1,
                LocalDateTime.of(2026, 3, 2, 9, 15),
                "P");
        return InterchangeWriter.write(envelope, List.of(SetWriter.segments(xml)));
    }
}
