package org.lottrace.console.web.internal.accounts;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Hands days over as a file: first it says how many entries that fixes for good, then it keeps their numbers and gives the file with them. */
public final class HandOver {
    private static final int MOST_TRIES = 3;

    private HandOver() {}

    /**
     * @param days how many accounting dates
     * @param counted what the file will have
     */
    public record View(CostingProgress progress, LocalDate from, LocalDate to, long days, JournalFile counted) {
        /** @return to choose from */
        public List<JournalFileFormat> formats() {
            return List.of(JournalFileFormat.values());
        }
    }

    static Answer show(Visit visit) {
        return JournalDownload.ofDays(visit, range -> {
            JournalFile counted =
                    visit.as(JournalFiles.class).write(JournalFileFormat.CSV, range, OutputStream.nullOutputStream());
            long days = ChronoUnit.DAYS.between(range.from(), range.to()) + 1;
            return counted.more()
                    ? JournalDownload.TOO_LONG
                    : Answer.html(
                            "accounts/number-keep.jte",
                            new View(AccountsPage.progress(visit), range.from(), range.to(), days, counted));
        });
    }

    static Answer change(Visit visit) {
        return Stream.of(JournalFileFormat.values())
                .filter(format -> format.code().equals(visit.parameters().text("format")))
                .findFirst()
                .map(format -> JournalDownload.ofDays(visit, range -> kept(visit, range, format)))
                .orElse(Answer.NOT_FOUND);
    }

    /** Nothing is kept before the file was written once and is not too long. What was booked meanwhile is kept with the next try. */
    private static Answer kept(Visit visit, JournalRange.Days range, JournalFileFormat format) {
        for (int tries = 0; tries <= MOST_TRIES; tries++) {
            JournalDownload.Written written = JournalDownload.write(format, range, visit.as(JournalFiles.class));
            if (written.file().more() || written.file().provisional() == 0) {
                return written.answer();
            }
            written.delete();
            visit.as(AccountNumbers.class).keep(visit.caller(), range);
        }
        return new Answer.Failure(409, "numbers.keep-again");
    }
}
