package org.lottrace.edi.x12.internal.exchange;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.ack.InterchangeNote;
import org.lottrace.edi.x12.internal.rules.ContentRules;
import org.lottrace.edi.x12.internal.schema.EdifactWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetCheck;
import org.lottrace.edi.x12.internal.schema.SetReader;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.ScannedFile;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** What we send as bytes, and what our own schema has against it. */
final class Rendering {
    private final SchemaFolder schemas;
    private final Agreements agreements;
    private final String usage;
    private final Clock clock;

    /** @param usage ISA15 */
    Rendering(SchemaFolder schemas, String usage, Clock clock) {
        this.schemas = schemas;
        this.agreements = new Agreements(schemas.mappings());
        this.usage = usage;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if it cannot be written as was agreed with the receiver */
    byte[] write(Outbox.Message message, long control) {
        if (message.code().equals(Outbox.TA1)) {
            return InterchangeNote.write(
                    message.sender(),
                    message.receiver(),
                    control,
                    LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    usage,
                    message.sets().get(0).get(0),
                    agreements.with(message.partner()).writing());
        }
        Envelope envelope = new Envelope(
                message.code(),
                message.functionalId(),
                message.version(),
                message.sender(),
                message.receiver(),
                control,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                usage);
        return message.isEdifact()
                ? EdifactWriter.write(envelope, message.sets())
                : InterchangeWriter.write(
                        envelope,
                        message.sets(),
                        agreements.with(message.partner()).writing());
    }

    /** @return what our own schema has against it */
    List<Violation> check(byte[] content) {
        ScannedFile file = EdifactScanner.isEdifact(content)
                ? EdifactScanner.scan(content, FileLimits.NONE)
                : X12Scanner.scan(content);
        return file.interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream().flatMap(group -> group.sets().stream()
                        .flatMap(set -> problems(interchange, group.version(), set))))
                .map(Finding::violation)
                .toList();
    }

    private Stream<Finding> problems(Interchange interchange, String version, TransactionSet set) {
        if (set.isEdifact()) {
            return schemas.message(set.directory(), set.code())
                    .map(grammar -> Stream.concat(
                            SetCheck.check(set, interchange.delimiters().component(), grammar, Map.of())
                                    .findings()
                                    .stream(),
                            ContentRules.check(set).stream()))
                    .orElseGet(() -> Stream.of(Finding.ofFile(
                            "SCHEMA_MISSING",
                            "there is no schema for message " + set.code() + " of directory " + set.directory()
                                    + "; put one into edi-mappings/edifact")));
        }
        return schemas.find(version, set.code())
                .map(schema -> Stream.concat(
                        SetReader.read(set, interchange.delimiters(), schema).stream(),
                        ContentRules.check(set).stream()))
                .orElseGet(() -> Stream.of(Finding.ofFile(
                        "SCHEMA_MISSING",
                        "there is no schema for transaction set " + set.code() + " of version " + version
                                + "; put one into edi-mappings/x12")));
    }
}
