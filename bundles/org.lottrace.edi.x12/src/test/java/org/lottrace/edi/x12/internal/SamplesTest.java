package org.lottrace.edi.x12.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter.AcknowledgedSet;
import org.lottrace.edi.x12.internal.ack.ControlWriter;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.testing.SamplePartners;

/** Every file of edi-mappings/samples against the expected result beside it. */
class SamplesTest {
    private static final Path SAMPLES = SamplePartners.MAPPINGS.resolve("samples");
    private static final Examiner EXAMINER = SamplePartners.examiner();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".edi")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_everything_that_is_wrong_and_where(Path file) throws IOException {
        Examination examination = EXAMINER.examine(Files.readAllBytes(file));

        assertEquals(expected(file, ".problems.txt"), problems(examination));
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_answered_with_the_expected_acknowledgement(Path file) throws IOException {
        Examination examination = EXAMINER.examine(Files.readAllBytes(file));
        if (EdifactScanner.isEdifact(Files.readAllBytes(file))) {
            assertEquals(expected(file, ".CONTRL.txt"), control(examination));
            return;
        }

        String answer = examination.interchanges().stream()
                .filter(i -> i.party().isPresent())
                .flatMap(i -> i.groups().stream())
                .map(group -> AcknowledgementWriter.write(
                        group,
                        group.sets().stream()
                                .map(set ->
                                        new AcknowledgedSet(set, set.findings().isEmpty()))
                                .toList()))
                .flatMap(List::stream)
                .map(segment -> String.join("*", segment) + "\n")
                .collect(Collectors.joining());
        assertEquals(expected(file, ".997.txt"), answer);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_without_problems_is_handed_on_as_segments(Path file) throws IOException {
        Examination examination = EXAMINER.examine(Files.readAllBytes(file));

        if (examination.isClean()) {
            examination.interchanges().stream()
                    .flatMap(i -> i.groups().stream())
                    .flatMap(g -> g.sets().stream())
                    .forEach(set -> assertFalse(set.segments().isEmpty()));
        }
    }

    private static String control(Examination examination) {
        return examination.interchanges().stream()
                .filter(interchange -> interchange.party().isPresent())
                .flatMap(interchange -> ControlWriter.write(
                        interchange,
                        interchange.findings().stream().map(Finding::violation).toList(),
                        interchange.groups().stream()
                                .map(group -> group.sets().stream()
                                        .map(set -> new AcknowledgedSet(
                                                set, set.findings().isEmpty()))
                                        .toList())
                                .toList())
                        .stream())
                .map(segment -> String.join("+", segment).replace(SetSegment.COMPONENT, ':') + "\n")
                .collect(Collectors.joining());
    }

    private static String problems(Examination examination) {
        return Stream.concat(
                        examination.findings().stream(),
                        examination.interchanges().stream().flatMap(i -> i.allFindings()))
                .map(Finding::violation)
                .map(v -> v + "\n")
                .collect(Collectors.joining());
    }

    private static String expected(Path file, String ending) throws IOException {
        Path expected = Path.of(file.toString().replaceFirst("\\.edi$", ending));
        return Files.exists(expected) ? Files.readString(expected) : "";
    }
}
