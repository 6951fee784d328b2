package org.lottrace.edi.x12.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;

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
        sets.forEach(set -> assertNotEquals(set.findings().isEmpty(), set.xml().isEmpty()));
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
