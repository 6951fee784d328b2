package org.lottrace.edi.x12.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.lottrace.edi.x12.testing.SamplePartners;

/**
 * Messages that are made wrong in one place, held against the tables and, as the judge of them, against StAEDI with the same schema file:
 * both take or both refuse.
 */
class EdifactMutationTest {
    private static final int MUTATIONS = 1500;
    private static final char COMPONENT = SetSegment.COMPONENT;
    private static final String[] TEXTS = {
        "",
        "X",
        "0",
        "-1",
        "12.5",
        "1.2.3",
        "20260302",
        "ABCDEFGHIJ",
        "9",
        "SRV",
        "a:b",
        "a:b:c",
        "a:b:c:d:e:f",
        ":::",
        ":x",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "9999999999999999999",
    };
    private static final String[] SEGMENTS = {
        "RFF+ON:1",
        "RFF",
        "DTM+36:20260302:102",
        "DTM",
        "DTM+:x",
        "QTY+12:5",
        "QTY+12",
        "LIN+9++4012345000016:SRV",
        "CPS+9+1",
        "CPS",
        "PAC+1",
        "PCI+33E",
        "GIN+BJ+1",
        "GIN+BX",
        "NAD+DP+1::9",
        "NAD",
        "TDT+20",
        "LOC+7+X",
        "MEA+PD+AAB+KGM:12",
        "MEA",
        "CNT+2:1",
        "XYZ+1",
        "IMD+F++:::TEXT",
        "PIA+1+1:NB",
        "PIA+1",
        "FTX+AAI+++TEXT",
        "ALI+DE",
        "HAN+1",
        "EQD+CN+X",
        "SEL+1",
        "TOD+3",
        "CTA+IC",
        "COM+1:TE",
        "BGM+351+X+9",
        "QVR+1:21",
        "SGP+X",
        "DGS+ADR",
        "DLM+1",
        "GIR+1+X:BX",
        "MOA+1:2",
        "AUT+1",
    };

    @ParameterizedTest
    @CsvSource({"D01B, DESADV, 1", "D96A, DESADV, 2", "service, CONTRL, 3", "D01B, RECADV, 4", "D96A, RECADV, 5"})
    void what_staedi_takes_is_taken_and_what_it_refuses_is_refused(String directory, String code, int seed)
            throws IOException, EDISchemaException {
        Random random = new Random(seed);
        SetGrammar grammar = new SchemaFolder(SamplePartners.MAPPINGS)
                .message(directory, code)
                .orElseThrow();
        Schema judge = SchemaFactory.newFactory()
                .createSchema(Files.newInputStream(
                        SamplePartners.MAPPINGS.resolve("edifact/" + directory + "/" + code + ".xml")));
        List<List<List<String>>> messages = messages(directory, code);
        assertTrue(!messages.isEmpty(), "no sample of " + directory + " " + code);
        Map<String, String> differences = new TreeMap<>();
        int taken = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            List<List<String>> mutated = mutated(messages.get(i % messages.size()), random);
            List<String> theirs = judged(mutated, judge);
            List<Finding> ours =
                    SetCheck.check(set(mutated), COMPONENT, grammar, Map.of()).findings();
            taken += theirs.isEmpty() ? 1 : 0;
            if (theirs.isEmpty() != ours.isEmpty()) {
                differences.putIfAbsent(
                        (theirs.isEmpty() ? "taken" : theirs.get(0).replaceAll(" .*", "")) + " / "
                                + (ours.isEmpty() ? "taken" : ours.get(0).code()),
                        i + " " + theirs + " " + ours + " " + mutated.toString().replace(COMPONENT, ':'));
            }
        }

        assertEquals(Map.of(), differences, "StAEDI / ours");
        assertTrue(taken > MUTATIONS / 10 && taken < MUTATIONS * 9 / 10, taken + " taken");
    }

    private static List<List<List<String>>> messages(String directory, String code) throws IOException {
        List<List<List<String>>> messages = new ArrayList<>();
        if (code.equals("CONTRL")) {
            messages.add(Stream.of(
                            "UNH+1+CONTRL:D:3:UN",
                            "UCI+1+A:14+B:14+7",
                            "UCM+1+DESADV:D:01B:UN+4+12+UNH+2:1",
                            "UCS+3+15",
                            "UCD+13+2:1",
                            "UCM+2+DESADV:D:01B:UN+7",
                            "UNT+7+1")
                    .map(EdifactMutationTest::elements)
                    .toList());
            return messages;
        }
        if (code.equals("RECADV")) {
            messages.add(Stream.of(
                            "UNH+1+RECADV:D:01B:UN:EAN005",
                            "BGM+632+R-1+9",
                            "DTM+137:20260303:102",
                            "DTM+50:20260303:102",
                            "RFF+AAK:LS-1",
                            "NAD+SU+4012345000108::9",
                            "CPS+1",
                            "CPS+2+1",
                            "PAC+1",
                            "PCI+33E",
                            "GIN+BJ+340123450000000017",
                            "LIN+1++4012345000016:SRV",
                            "PIA+1+FLOUR:IN",
                            "QTY+48:10:KGM",
                            "QVR+2+CP",
                            "DTM+36:20270131:102",
                            "GIN+BX+L1",
                            "RFF+ON:PO-1",
                            "CNT+2:1",
                            "UNT+20+1")
                    .map(EdifactMutationTest::elements)
                    .toList());
            return messages;
        }
        try (Stream<Path> files = Files.list(SamplePartners.MAPPINGS.resolve("samples"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("eancom.*\\.edi"))
                    .sorted()
                    .toList()) {
                EdifactScanner.scan(Files.readAllBytes(file), FileLimits.NONE).interchanges().stream()
                        .flatMap(interchange -> interchange.groups().stream())
                        .flatMap(group -> group.sets().stream())
                        .filter(set ->
                                set.directory().equals(directory) && set.code().equals(code))
                        .forEach(set -> messages.add(
                                set.segments().stream().map(Segment::elements).toList()));
            }
        }
        return messages;
    }

    private static List<String> elements(String segment) {
        return List.of(segment.replace(':', COMPONENT).split("\\+", -1));
    }

    private static TransactionSet set(List<List<String>> segments) {
        List<Segment> numbered = new ArrayList<>();
        segments.forEach(elements -> numbered.add(new Segment(numbered.size() + 1, elements)));
        return TransactionSet.of(numbered);
    }

    /** @return what StAEDI has against the message between UNH and UNT */
    private static List<String> judged(List<List<String>> message, Schema schema) throws IOException {
        StringBuilder text = new StringBuilder("UNA:+.? 'UNB+UNOC:3+A:14+B:14+260302:0910+1'");
        for (List<String> segment : message) {
            text.append(segment.stream()
                            .map(element -> element.replaceAll("([?+'])", "?$1").replace(COMPONENT, ':'))
                            .reduce((a, b) -> a + "+" + b)
                            .orElseThrow()
                            // a separator behind the last element says nothing
                            .replaceFirst("\\++$", "")
                            // StAEDI knows one decimal mark only
                            .replace(":12,5:", ":12.5:"))
                    .append('\'');
        }
        text.append("UNZ+1+1'");
        List<String> errors = new ArrayList<>();
        try (EDIStreamReader reader = EDIInputFactory.newFactory()
                .createEDIStreamReader(
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8.name())) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(schema);
                }
                boolean ofEnvelope = reader.getLocation().getSegmentTag() != null
                        && List.of("UNB", "UNH", "UNT", "UNZ")
                                .contains(reader.getLocation().getSegmentTag());
                if (event.isError() && (!ofEnvelope || event == EDIStreamEvent.SEGMENT_ERROR)) {
                    errors.add(reader.getErrorType() + " " + reader.getText());
                }
            }
        } catch (EDIStreamException e) {
            errors.add("UNREADABLE " + e.getMessage());
        }
        return errors;
    }

    /** UNH and UNT stay as they are. */
    private static List<List<String>> mutated(List<List<String>> original, Random random) {
        List<List<String>> set = new ArrayList<>(original);
        int at = 1 + random.nextInt(set.size() - 2);
        switch (random.nextInt(7)) {
            case 0 -> set.remove(at);
            case 1 -> set.add(at, set.get(at));
            case 2 -> {
                int other = 1 + random.nextInt(set.size() - 2);
                List<String> moved = set.remove(at);
                set.add(Math.min(other, set.size() - 1), moved);
            }
            case 3, 4 -> set.add(at, elements(SEGMENTS[random.nextInt(SEGMENTS.length)]));
            default -> set.set(at, mutatedElements(set.get(at), random));
        }
        return set;
    }

    private static List<String> mutatedElements(List<String> segment, Random random) {
        List<String> elements = new ArrayList<>(segment);
        int element = 1 + random.nextInt(elements.size());
        String text = TEXTS[random.nextInt(TEXTS.length)].replace(':', COMPONENT);
        if (element == elements.size()) {
            elements.add(text);
        } else {
            elements.set(element, text);
        }
        return elements;
    }
}
