package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;

/**
 * A report of an act that has been done is recorded as long as it names goods, place, time and quantity. The table says so of each code
 * that a movement can meet, and the sources keep to it.
 */
class ReportCodesTest {
    private static final Set<String> KINDS =
            Set.of("RECORDED", "OTHERWISE", "REFUSED", "BOTH", "UNREADABLE", "NO REPORT");
    private static final Set<String> WITH_REASON = Set.of("OTHERWISE", "REFUSED", "BOTH");

    /** What refuses whatever its basis: the code, or the constant that has it. */
    private static final Pattern REFUSES =
            Pattern.compile("findings\\.add\\(\\s*(?:new Violation\\(\\s*)?(?:[A-Za-z]+\\.)?\"?([A-Z_]{6,})\"?");

    /** These do not record what was done: orders, notices, corrections, what is asked of scans and counts. */
    private static final Set<String> NO_MOVEMENTS = Set.of(
            "BeginShelfLife",
            "BlindCountsService",
            "CloseNotice",
            "DatesOfLots",
            "ExpectedReceiptsService",
            "NoticeChanges",
            "NoticeLineReading",
            "OpenStock",
            "OrderProgressService",
            "ProductionOrdersService",
            "PurchaseOrdersService",
            "RestateReport",
            "ReverseEvent",
            "ToldAgain");

    private final SortedMap<String, List<String>> table = table();

    @Test
    void the_table_has_each_code_that_a_movement_can_meet_and_no_other() {
        SortedSet<String> codes = Catalogue.operations().stream()
                .filter(operation -> operation.name().startsWith("movement.")
                        || Set.of("unit.move", "unit.nest", "unit.ship", "unit.take-out", "unit.unpack")
                                .contains(operation.name()))
                .flatMap(operation -> operation.refusals().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(codes, table.keySet());
    }

    @Test
    void each_code_is_recorded_or_says_why_it_is_not() {
        table.forEach((code, line) -> {
            assertEquals(true, KINDS.contains(line.get(0)), code + " is " + line.get(0));
            assertEquals(WITH_REASON.contains(line.get(0)), line.size() > 1, code + " says why: " + line);
        });
    }

    @Test
    void what_is_recorded_refuses_no_report() {
        SortedSet<String> refusing = new TreeSet<>();
        sources(Path.of("src/main/java")).forEach((name, source) -> {
            Matcher adding = REFUSES.matcher(source);
            while (!NO_MOVEMENTS.contains(name) && adding.find()) {
                refusing.add(adding.group(1));
            }
        });

        assertEquals(
                List.of(),
                refusing.stream()
                        .filter(code ->
                                table.getOrDefault(code, List.of("")).get(0).equals("RECORDED"))
                        .toList());
    }

    @Test
    void each_code_is_met_by_a_test() {
        String tests = String.join("\n", sources(Path.of("../..")).values());

        assertEquals(
                List.of(),
                table.keySet().stream().filter(code -> !tests.contains(code)).toList());
    }

    private static SortedMap<String, List<String>> table() {
        try (InputStream lines = ReportCodesTest.class.getResourceAsStream("report-codes.txt")) {
            SortedMap<String, List<String>> table = new TreeMap<>();
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .forEach(columns -> table.put(columns.get(0), columns.subList(1, columns.size())));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> sources(Path folder) {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            boolean areTests = folder.startsWith("..");
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !areTests || path.toString().contains("/src/test/"))
                    .toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
