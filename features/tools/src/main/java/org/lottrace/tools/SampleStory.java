package org.lottrace.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of the sample company, told once as of the day of the first start: its story ends the day before, so that something
 * is in stock, something expires soon, and something has expired. Asked for a day, it tells the story without its last days.
 */
final class SampleStory {
    private static final String LAST_DAYS = "last-days";

    private final Path written;
    private final Path told;
    private final Path day;

    /**
     * @param home the distribution, which has the documents as they were written
     * @param data gets them as they were told
     */
    SampleStory(Path home, Path data) {
        written = home.resolve("sample-company");
        told = data.resolve("sample-company");
        day = told.resolve("today");
    }

    /**
     * @param asked a day that the user wants to be the story's today
     * @return the folder with what is to be taken in; the same each time, so that a second attempt goes on with the first one's story
     */
    Path tell(Optional<LocalDate> asked) throws IOException {
        if (Files.notExists(day)) {
            LocalDate today = asked.orElseGet(LocalDate::now);
            Files.createDirectories(told);
            tell(written, new StoryDay(today));
            if (asked.isEmpty()) {
                tell(written.resolve(LAST_DAYS), new StoryDay(today));
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

    private void tell(Path folder, StoryDay storyDay) throws IOException {
        try (Stream<Path> documents = Files.list(folder)) {
            for (Path document : documents.filter(Files::isRegularFile).toList()) {
                Files.writeString(told.resolve(document.getFileName()), storyDay.tell(Files.readString(document)));
            }
        }
    }
}
