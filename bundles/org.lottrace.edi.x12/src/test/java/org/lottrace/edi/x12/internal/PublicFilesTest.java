package org.lottrace.edi.x12.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;
import org.lottrace.edi.x12.testing.SamplePartners;

/**
 * Files that others have published, read in place when {@code shared/data/edi} lies beside the project. Most are wrong in some
 * way; what counts is that each gives either whole sets or a list of problems, and that nothing breaks.
 */
class PublicFilesTest {
    private static final Examiner EXAMINER = SamplePartners.examiner();

    @TestFactory
    Stream<DynamicTest> gives_sets_or_problems() throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "no shared/data/edi beside the project");
        return files(folder.get()).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)));
    }

    /** As their senders published them: accepted, accepted with notes, partly refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "milmove/997_01.edi | ACKNOWLEDGED []",
                "milmove/997_02.edi | ACKNOWLEDGED_WITH_ERRORS [set 0001 / 123 / ab, set 0001 / 123 / ab / 1]",
                "milmove/997p_12.edi | REJECTED [set 0001 / 123 / ab, set 0001 / 123 / ab / 1, set 0001 / 124 / ab,"
                        + " set 0001 / 124 / ab / 1, set 0001 / AK5 / 1, group 100001251 / AK9 / 1]"
            })
    void acknowledgements_of_others_are_understood(String file, String expected) throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "no shared/data/edi beside the project");

        Answer answer = X12Scanner.scan(Files.readAllBytes(folder.get().resolve(file))).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .map(AcknowledgementReader::read)
                .findFirst()
                .orElseThrow();

        assertEquals(
                expected,
                answer.status()
                        + " "
                        + answer.problems().stream()
                                .map(v -> v.path().toString())
                                .toList());
    }

    private static void read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Examination examination = assertDoesNotThrow(() -> EXAMINER.examine(content));

        List<ExaminedSet> sets = examination.interchanges().stream()
                .flatMap(i -> i.groups().stream())
                .flatMap(g -> g.sets().stream())
                .toList();
        if (examination.interchanges().isEmpty()) {
            assertNotEquals(List.of(), examination.findings());
        }
        sets.stream()
                .filter(set -> set.set().code().equals("856"))
                .forEach(set ->
                        assertNotEquals(set.findings().isEmpty(), set.segments().isEmpty()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(edi|txt)"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> folder() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path folder = above.resolve("shared/data/edi");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
