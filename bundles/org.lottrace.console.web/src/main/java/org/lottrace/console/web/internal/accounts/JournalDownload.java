package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * The journal of some days for a program of accountants. It is written to the disk first: when the books cannot answer, a page says so,
 * and nobody gets a part that looks like a whole.
 */
final class JournalDownload {
    private JournalDownload() {}

    static Answer of(JournalFileFormat format, Visit visit) {
        Optional<LocalDate> from = visit.parameters().given("from").flatMap(Journal::date);
        Optional<LocalDate> to = visit.parameters().given("to").flatMap(Journal::date);
        if (from.isEmpty() || to.isEmpty()) {
            return new Answer.Failure(400, "journal.no-date");
        }
        if (to.get().isBefore(from.get())) {
            return new Answer.Failure(400, "journal.wrong-way");
        }
        return written(format, new JournalRange.Days(from.get(), to.get(), 0), visit.as(JournalFiles.class))
                .<Answer>map(content ->
                        new Answer.Download("journal." + format.code(), format.mediaType() + ";charset=utf-8", out -> {
                            try (content) {
                                content.transferTo(out);
                            }
                        }))
                .orElseGet(() -> new Answer.Failure(422, "journal.too-long"));
    }

    /** @return empty when these days have more entries than a file holds */
    private static Optional<InputStream> written(JournalFileFormat format, JournalRange range, JournalFiles files) {
        try {
            Path file = Files.createTempFile("lottrace-", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                if (files.write(format, range, out).more()) {
                    Files.delete(file);
                    return Optional.empty();
                }
                // gone when it is closed, whatever happens in between
                return Optional.of(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the file cannot be written on the server: " + broken.getMessage(), broken);
        }
    }
}
