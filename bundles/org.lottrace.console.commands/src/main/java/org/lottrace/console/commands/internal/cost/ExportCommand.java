package org.lottrace.console.commands.internal.cost;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.code.Coded;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "export",
        description =
                "Writes journal entries into a file for hledger, beancount, a spreadsheet or the tax administration, and says how far it reaches")
public final class ExportCommand extends BooksCommand {
    private static final JournalRange NO_ENTRY = new JournalRange.Numbers(Long.MAX_VALUE, Long.MAX_VALUE);

    @Uses
    private JournalFiles files;

    @Uses
    private AccountNumbers numbers;

    @Argument(index = 0, name = "FORMAT", description = "hledger, beancount, csv, xlsx or saft", required = true)
    private String format;

    @Argument(
            index = 1,
            name = "FILE",
            description = "Name of a new file in the folder for files on the server",
            required = true)
    private String file;

    @Option(name = "--from", description = "Number of the first entry. Default: 1")
    private String from;

    @Option(name = "--to", description = "Number of the last entry. Default: the newest")
    private String to;

    @Option(name = "--from-day", description = "First accounting date, 2026-03-01, instead of numbers")
    private String fromDay;

    @Option(name = "--to-day", description = "Last accounting date. Default: the first")
    private String toDay;

    @Option(name = "--after", description = "Of the first day only entries behind this one, as the file before said")
    private String after;

    @Option(
            name = "--hand-over",
            description =
                    "The file is handed over: account numbers in it stay from now on, whatever becomes of the rules")
    private boolean handOver;

    @Override
    protected void ofBooks() throws CommandException {
        JournalFileFormat wanted = Coded.of(JournalFileFormat.class, format.toLowerCase(Locale.ROOT));
        JournalRange range = range();
        if (handOver) {
            // who may not hand over is refused, and not told which files there are
            failOn(numbers.keep(caller(), NO_ENTRY).violations());
        }
        Exported exported = ServerFiles.write(file, out -> written(wanted, range, out));
        print(
                exported,
                Table.details("Exported", exported)
                        .column("File", Exported::file)
                        .column("Entries", written -> written.journal.entries())
                        .column("First", written -> written.journal.first())
                        .column("Last", written -> written.journal.last())
                        .column("Last day", written -> written.journal.lastDay())
                        .column("Without a number", written -> written.journal.uncovered())
                        .column("Not handed over", written -> written.journal.provisional())
                        .column("There are more", written -> written.journal.more())
                        .column("Newly handed over", written -> written.handedOver.map(KeptNumbers::kept)));
    }

    private Exported written(JournalFileFormat wanted, JournalRange range, OutputStream out) {
        return new Exported(
                ServerFiles.path(file).toString(),
                handOver ? Optional.of(kept(wanted, range, out)) : Optional.empty(),
                files.write(wanted, range, out));
    }

    /** What cannot be written must not keep numbers, so the file is made first, and written into nothing. */
    private KeptNumbers kept(JournalFileFormat wanted, JournalRange range, OutputStream out) {
        try {
            out.write(new byte[0]);
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
        files.write(wanted, range, OutputStream.nullOutputStream());
        return numbers.keep(caller(), range).fold(kept -> kept, violations -> {
            throw new IllegalArgumentException(violations.get(0).message());
        });
    }

    private JournalRange range() {
        if (fromDay == null) {
            if (toDay != null || after != null) {
                throw new IllegalArgumentException(
                        "--to-day and --after go with --from-day; by number, --from goes on");
            }
            return new JournalRange.Numbers(
                    from == null ? 1 : WholeNumber.parse(from), to == null ? Long.MAX_VALUE : WholeNumber.parse(to));
        }
        if (from != null || to != null) {
            throw new IllegalArgumentException("say which entries: either by number, --from and --to, or by day");
        }
        LocalDate first = TextForms.read(LocalDate.class, fromDay);
        return new JournalRange.Days(
                first,
                toDay == null ? first : TextForms.read(LocalDate.class, toDay),
                after == null ? 0 : WholeNumber.parse(after));
    }

    /**
     * What was written, for scripts.
     *
     * @param file on the server
     * @param handedOver how far numbers were kept; absent when the file is not handed over
     * @param journal what of the journal is in it
     */
    private record Exported(String file, Optional<KeptNumbers> handedOver, JournalFile journal) {}
}
