package org.lottrace.gs1.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.gs1.internal.rule.Fault;
import org.lottrace.gs1.internal.rule.Rules;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;
import org.lottrace.gs1.internal.written.ElementWriter;

/** Agrees with the test vectors of GS1: all of those whose options there are. The others are counted by the reason. */
class VectorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Rules RULES = new Rules(CLOCK);
    private static final IdentificationService IDENTIFICATION = new IdentificationService(CLOCK);

    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Integer> notOffered = new TreeMap<>();

    /** Nobody is asked which company prefixes GS1 has given away: there is no such list to be had. */
    @Test
    void every_rule_finds_the_fault_that_gs1_finds_where_gs1_finds_it() throws IOException {
        for (List<String> vector : Vectors.of("lint.tsv", 5)) {
            boolean asksForCompanies = vector.get(2).equals("GCP_DATASOURCE_OFFLINE")
                    || vector.get(2).equals("INVALID_GCP_PREFIX");
            if (asksForCompanies) {
                notOffered.merge("company prefixes are looked up", 1, Integer::sum);
                continue;
            }
            String expected =
                    vector.get(2).equals("OK") ? "OK" : vector.get(2) + " " + vector.get(3) + "+" + vector.get(4);
            agree(
                    vector,
                    expected,
                    told(RULES.named(vector.get(0)).orElseThrow().fault(vector.get(1))));
        }

        assertAgreement(Map.of("company prefixes are looked up", 12));
    }

    private static String told(Optional<Fault> fault) {
        return fault.map(one -> one.rule() + " " + one.from() + "+" + (one.to() - one.from()))
                .orElse("OK");
    }

    @Test
    void every_element_breaks_the_rule_that_gs1_says() throws IOException {
        for (List<String> vector : Vectors.of("elements.tsv", 2)) {
            Scan scan = IDENTIFICATION.read(vector.get(0));
            String first =
                    scan.problems().stream().findFirst().map(ScanProblem::rule).orElse("OK");
            agree(vector, vector.get(1), first);
        }

        assertAgreement(Map.of());
    }

    @Test
    void brackets_are_read_and_refused_as_gs1_does() throws IOException {
        for (List<String> vector : Vectors.of("brackets.tsv", 3)) {
            Scan scan = IDENTIFICATION.read(vector.get(1));
            String read = scan.isReadable() ? "true " + withFirstFnc1(scan) : "false ";
            agree(vector, vector.get(0) + " " + vector.get(2), read);
        }

        assertAgreement(Map.of());
    }

    private static String withFirstFnc1(Scan scan) {
        String written = new ElementWriter(new SyntaxDictionary(RULES))
                .write(values(scan), "https://id.gs1.org")
                .elementString();
        return "^" + written.replace('\u001d', '^');
    }

    private static List<ElementValue> values(Scan scan) {
        return scan.elements().stream()
                .map(element -> new ElementValue(element.ai(), element.value()))
                .toList();
    }

    @Test
    void links_are_written_as_gs1_writes_them() throws IOException {
        for (List<String> vector : Vectors.of("links.tsv", 4)) {
            boolean hasUnknown = vector.get(2).contains("(89)") && vector.get(0).equals("true");
            if (hasUnknown) {
                notOffered.merge("unknown identifiers are let through", 1, Integer::sum);
                continue;
            }
            String domain = vector.get(1).equals("NULL") ? "https://id.gs1.org" : vector.get(1);
            Optional<String> link = link(vector.get(2), domain);
            agree(vector, vector.get(0) + " " + vector.get(3), link.isPresent() + " " + link.orElse(""));
        }

        assertAgreement(Map.of("unknown identifiers are let through", 1));
    }

    /** GS1 writes links of elements that may not stand together, too: only the writer is asked. */
    private static Optional<String> link(String brackets, String domain) {
        List<ElementValue> values = Arrays.stream(brackets.substring(1).split("\\("))
                .map(element -> new ElementValue(
                        element.substring(0, element.indexOf(')')), element.substring(element.indexOf(')') + 1)))
                .toList();
        SyntaxDictionary dictionary = new SyntaxDictionary(RULES);
        boolean areKnown =
                values.stream().allMatch(value -> dictionary.find(value.ai()).isPresent());
        return areKnown ? new ElementWriter(dictionary).write(values, domain).link() : Optional.empty();
    }

    /** What a scanner sends is read; which symbols can carry a message is for those who make symbols. */
    @Test
    void scans_say_what_gs1_put_into_the_symbol() throws IOException {
        for (List<String> vector : Vectors.of("scan-data.tsv", 3)) {
            String message = vector.get(1);
            String sent = vector.get(2);
            boolean isTwoScans = sent.contains("|]e0");
            if (sent.equals("NULL")) {
                notOffered.merge("no symbol can be made of it", 1, Integer::sum);
            } else if (isTwoScans) {
                notOffered.merge("two symbols in one message", 1, Integer::sum);
            } else {
                agree(
                        vector,
                        carried(vector.get(0), message).toString(),
                        values(IDENTIFICATION.read(sent)).toString());
            }
        }

        assertAgreement(Map.of("no symbol can be made of it", 10, "two symbols in one message", 8));
    }

    /** A composite symbol is two messages that a scanner sends as one. */
    private static List<ElementValue> carried(String symbol, String message) {
        List<ElementValue> values = new ArrayList<>();
        for (String part : (message.startsWith("^") ? message : plain(symbol, message)).split("\\|")) {
            values.addAll(values(IDENTIFICATION.read("]C1" + part.replace('^', '\u001d'))));
        }
        return values;
    }

    private static String plain(String symbol, String message) {
        return switch (symbol) {
            case "DataBarOmni", "DataBarLimited" -> "01" + message;
            case "EAN13" -> "010" + message + "0";
            default -> "";
        };
    }

    private void agree(List<String> vector, String expected, String actual) {
        if (!expected.equals(actual)) {
            disagreements.add(vector + " is " + actual);
        }
    }

    private void assertAgreement(Map<String, Integer> expectedNotOffered) {
        assertTrue(
                disagreements.isEmpty(),
                () -> disagreements.size() + " disagree:\n"
                        + disagreements.stream().limit(30).collect(Collectors.joining("\n")));
        assertEquals(new TreeMap<>(expectedNotOffered), notOffered);
    }
}
