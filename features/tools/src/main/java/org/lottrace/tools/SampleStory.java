package org.lottrace.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of the sample company and the SOAP examples, told once as of the day of the first start: its story ends the day before, so that something
 * is in stock, something expires soon, and something has expired. Asked for a day, it tells the story without its last days.
 */
final class SampleStory {
    private static final String LAST_DAYS = "last-days";

    private final Path written;
    private final Path told;
    private final Path examplesWritten;
    private final Path examples;
    private final Path day;

    /**
     * @param home the distribution, which has the documents as they were written
     * @param data gets them as they were told
     */
    SampleStory(Path home, Path data) {
        written = home.resolve("sample-company");
        told = data.resolve("sample-company");
        examplesWritten = home.resolve("soap-examples");
        examples = data.resolve("soap-examples");
        day = told.resolve("today");
    }

    /**
     * @param asked a day that the user wants to be the story's today
     * @return the folder with what is to be taken in; the same each time, so that a second attempt goes on with the first one's story
     */
    Path tell(Optional<LocalDate> asked) throws IOException {
        if (Files.notExists(day)) {
            LocalDate today = asked.orElseGet(LocalDate::now);
            tell(written, told, new StoryDay(today));
            if (asked.isEmpty()) {
                tell(written.resolve(LAST_DAYS), told, new StoryDay(today));
            }
            for (String service : List.of("erp", "accounting")) {
                tell(
                        examplesWritten.resolve(service),
                        examples.resolve(service),
                        new StoryDay(StoryDay.EXAMPLES_WRITTEN, today));
            }
            Files.writeString(day, today + "\n");
        }
        return told;
    }

    /** @return the text with the lots as they are called in the story that was told; empty when none was */
    Optional<String> asTold(String text) throws IOException {
        return Files.exists(day)
                ? Optional.of(new StoryDay(LocalDate.parse(Files.readString(day).strip())).tell(text))
                : Optional.empty();
    }

    /** @return the folder with the SOAP examples of that day; empty when none were told */
    Optional<Path> soapExamples() {
        return Optional.of(examples).filter(Files::isDirectory);
    }

    private static void tell(Path folder, Path told, StoryDay storyDay) throws IOException {
        Files.createDirectories(told);
        try (Stream<Path> documents = Files.list(folder)) {
            for (Path document : documents.filter(Files::isRegularFile).toList()) {
                Files.writeString(told.resolve(document.getFileName()), storyDay.tell(Files.readString(document)));
            }
        }
    }
}
