package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.DocumentCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "journal",
        description = "Lists journal entries of a document or of a range of accounting dates")
public final class JournalCommand extends BooksCommand {
    /** Entries that are listed at a time: nothing that one user asks may fill the memory that all work with. */
    private static final int MOST = 10_000;

    @Uses
    private LotCosting costing;

    @Option(name = "--document", description = "Document as TYPE:NUMBER, such as SHIPMENT:S-1001")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--from", description = "First accounting date, 2026-03-01")
    private String from;

    @Option(name = "--to", description = "Last accounting date. Default: the first")
    private String to;

    @Override
    protected void ofBooks() {
        List<JournalEntry> entries = entries();
        List<Row> rows = entries.stream()
                .flatMap(entry -> entry.lines().stream().map(line -> new Row(entry, line)))
                .toList();
        print(
                entries,
                Table.of("Journal", rows)
                        .number("No.", row -> row.entry.number())
                        .column("Date", row -> row.entry.accountingDate())
                        .column("What", row -> row.entry.type())
                        .column("Document", row -> row.entry.document())
                        .column("Account", row -> row.line.account())
                        .column("Lot", row -> row.line.lot())
                        .number("Quantity", row -> row.line.quantity())
                        .number("Debit", row -> row.amount(1))
                        .number("Credit", row -> row.amount(-1)));
    }

    private List<JournalEntry> entries() {
        if ((document == null) == (from == null)) {
            throw new IllegalArgumentException("say which entries: either --document TYPE:NUMBER or --from DATE");
        }
        if (document != null) {
            return costing.journal(Choice.document(document));
        }
        LocalDate first = TextForms.read(LocalDate.class, from);
        List<JournalEntry> entries =
                costing.journal(first, to == null ? first : TextForms.read(LocalDate.class, to), 0, MOST + 1);
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("from " + first + " there are more than " + MOST
                    + " entries, the last of them on " + entries.get(MOST).accountingDate()
                    + "; ask for fewer days at a time");
        }
        return entries.stream()
                .sorted(Comparator.comparingLong(JournalEntry::number))
                .toList();
    }

    private record Row(JournalEntry entry, JournalLine line) {
        /** @return the amount when it stands on that side, 1 for debit and -1 for credit */
        Optional<Money> amount(int side) {
            return Optional.of(line.amount())
                    .filter(amount -> amount.getAmount().signum() == side)
                    .map(Money::abs);
        }
    }
}
