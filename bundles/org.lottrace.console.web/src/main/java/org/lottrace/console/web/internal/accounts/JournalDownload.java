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
import java.util.function.Function;
import org.lottrace.api.handover.JournalFile;
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
    static final Answer TOO_LONG = new Answer.Failure(422, "journal.too-long");

    private JournalDownload() {}

    /**
     * A file on the disk, until it was downloaded or deleted.
     *
     * @param file how far it reaches
     */
    record Written(JournalFile file, Path path) {
        /** @return the download; that it is too long when it is only a beginning */
        Answer answer() {
            if (file.more()) {
                delete();
                return TOO_LONG;
            }
            try {
                // gone when it is closed, whatever happens in between
                InputStream content = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
                return new Answer.Download(
                        "journal." + file.format().code(), file.format().contentType(), out -> {
                            try (content) {
                                content.transferTo(out);
                            }
                        });
            } catch (IOException broken) {
                throw broken(broken);
            }
        }

        void delete() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException broken) {
                throw broken(broken);
            }
        }
    }

    static Answer of(JournalFileFormat format, Visit visit) {
        return ofDays(visit, range -> write(format, range, visit.as(JournalFiles.class))
                .answer());
    }

    /** @return the answer for the days that are asked for, or what is wrong with them */
    static Answer ofDays(Visit visit, Function<JournalRange.Days, Answer> answer) {
        Optional<LocalDate> from = visit.parameters().given("from").flatMap(Journal::date);
        Optional<LocalDate> to = visit.parameters().given("to").flatMap(Journal::date);
        if (from.isEmpty() || to.isEmpty()) {
            return new Answer.Failure(400, "journal.no-date");
        }
        if (to.get().isBefore(from.get())) {
            return new Answer.Failure(400, "journal.wrong-way");
        }
        return answer.apply(new JournalRange.Days(from.get(), to.get(), 0));
    }

    static Written write(JournalFileFormat format, JournalRange range, JournalFiles files) {
        try {
            Path path = Files.createTempFile("lottrace-", ".tmp");
            try (OutputStream out = Files.newOutputStream(path)) {
                return new Written(files.write(format, range, out), path);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(path);
                throw failed;
            }
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private static UncheckedIOException broken(IOException why) {
        return new UncheckedIOException("the file cannot be written on the server: " + why.getMessage(), why);
    }
}
