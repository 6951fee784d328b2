package org.lottrace.edi.x12.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
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
import org.junit.jupiter.api.Test;
import org.lottrace.edi.x12.internal.syntax.Delimiters;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;
import org.lottrace.edi.x12.testing.SamplePartners;

/**
 * Sets that are made wrong in one place, held against the tables and, as the judge of them, against StAEDI with the same schema file:
 * both take or both refuse. What a level must have is not the standard's but ours, so it is left out on both sides.
 */
class MutationTest {
    private static final int MUTATIONS = 3000;
    private static final Delimiters DELIMITERS = new Delimiters('*', '>', '~');
    private static final String[] TEXTS = {
        "",
        "X",
        "0",
        "-1",
        "12.5",
        "1.2.3",
        "20260229",
        "20261301",
        "2026",
        "1260",
        "0910",
        "ABCDEFGHIJ",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        "a>b",
        "EA",
        "LT",
        "4O",
        "00001",
        "9999999999999999999",
    };
    private static final String[] SEGMENTS = {
        "SAC*C*D240***1000",
        "REF*BM*1",
        "REF*BM",
        "MEA*WT*G*12*KG",
        "N3*STREET",
        "N1*ST*X",
        "N1*ST",
        "N1*ST**92",
        "DTM*011*20260302",
        "DTM*011",
        "DTM*011**0910**RD8",
        "LIN**VN*X",
        "SN1**1*EA",
        "SN1**1*EA*5*6",
        "HL*90*1*I",
        "CTT*1",
        "XYZ*1",
        "CLD*1*2",
        "MAN*GM*1",
        "PID*F****TEXT",
        "LH1*EA*1",
        "BSN*00*X*20260302*0910",
        "YNQ**Y",
        "V1*A",
        "R4*L",
        "LM*A",
        "LQ*A*B",
        "PRF*PO",
        "TD5*B*2*X",
        "CUR*BY*EUR",
        "PO4*1*2*EA",
        "N4*CITY",
        "PER*IC",
    };

    private final Random random = new Random(856);

    @Test
    void what_staedi_takes_is_taken_and_what_it_refuses_is_refused() throws IOException, EDISchemaException {
        SetGrammar grammar = new SchemaFolder(SamplePartners.MAPPINGS)
                .grammar("004010", "856")
                .orElseThrow();
        Schema judge = standardPart(SamplePartners.MAPPINGS.resolve("x12/004010/856.xml"));
        List<List<List<String>>> sets = sets();
        Map<String, String> differences = new TreeMap<>();
        int taken = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            List<List<String>> mutated = mutated(sets.get(i % sets.size()));
            TransactionSet set = set(mutated);
            List<Finding> theirs = SetReader.read(set, DELIMITERS, judge);
            List<Finding> ours = SetCheck.check(set, DELIMITERS.component(), grammar, Map.of()).findings().stream()
                    .filter(finding -> !finding.code().startsWith("IMPLEMENTATION_"))
                    .toList();
            taken += theirs.isEmpty() ? 1 : 0;
            if (theirs.isEmpty() != ours.isEmpty() && !isFullInTheInnerLoop(theirs)) {
                differences.putIfAbsent(first(theirs) + " / " + first(ours), i + " " + place(theirs, ours, set));
            }
        }

        assertEquals(Map.of(), differences, "StAEDI / ours");
        assertTrue(taken > MUTATIONS / 10 && taken < MUTATIONS * 9 / 10, taken + " taken");
    }

    /**
     * A second DTM behind a CLD, whose loop takes one, has its place in the HL loop, behind the CLD loop. StAEDI does not look there.
     */
    private static boolean isFullInTheInnerLoop(List<Finding> theirs) {
        return theirs.size() == 1
                && theirs.get(0).code().equals("SEGMENT_EXCEEDS_MAXIMUM_USE")
                && theirs.get(0).tag().equals("DTM");
    }

    private static String first(List<Finding> findings) {
        return findings.stream().map(Finding::code).findFirst().orElse("taken");
    }

    private static String place(List<Finding> theirs, List<Finding> ours, TransactionSet set) {
        Finding finding =
                Stream.concat(theirs.stream(), ours.stream()).findFirst().orElseThrow();
        return finding + " at "
                + String.join("*", set.segments().get(finding.position() - 1).elements());
    }

    private static Schema standardPart(Path file) throws IOException, EDISchemaException {
        String text = Files.readString(file).replaceAll("(?s)<implementation>.*</implementation>", "");
        return SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<List<List<String>>> sets() throws IOException {
        List<List<List<String>>> sets = new ArrayList<>();
        try (Stream<Path> files = Files.list(SamplePartners.MAPPINGS.resolve("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".edi"))
                    .filter(f -> !f.getFileName().toString().startsWith("broken"))
                    .sorted()
                    .toList()) {
                X12Scanner.scan(Files.readAllBytes(file)).interchanges().stream()
                        .filter(interchange -> interchange.delimiters().component() == DELIMITERS.component())
                        .flatMap(interchange -> interchange.groups().stream())
                        .flatMap(group -> group.sets().stream())
                        .forEach(set -> sets.add(
                                set.segments().stream().map(Segment::elements).toList()));
            }
        }
        return sets;
    }

    private static TransactionSet set(List<List<String>> segments) {
        List<Segment> numbered = new ArrayList<>();
        segments.forEach(elements -> numbered.add(new Segment(numbered.size() + 1, elements)));
        return TransactionSet.of(numbered);
    }

    /** ST and SE stay as they are. */
    private List<List<String>> mutated(List<List<String>> original) {
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
            case 3, 4 -> set.add(at, List.of(SEGMENTS[random.nextInt(SEGMENTS.length)].split("\\*", -1)));
            default -> set.set(at, mutatedElements(set.get(at)));
        }
        return set;
    }

    private List<String> mutatedElements(List<String> segment) {
        List<String> elements = new ArrayList<>(segment);
        int element = 1 + random.nextInt(elements.size());
        String text = TEXTS[random.nextInt(TEXTS.length)];
        if (element == elements.size()) {
            elements.add(text);
        } else {
            elements.set(element, text);
        }
        return elements;
    }
}
