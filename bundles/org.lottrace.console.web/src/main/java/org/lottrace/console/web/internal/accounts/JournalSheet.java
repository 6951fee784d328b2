package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The journal of some days or of one document for a spreadsheet, a row for each line. */
final class JournalSheet {
    private JournalSheet() {}

    static Answer of(Visit visit) {
        LotCosting costing = visit.as(LotCosting.class);
        Optional<DocumentReference> document = Journal.document(visit);
        if (document.isPresent()) {
            List<JournalEntry> entries = costing.journal(document.get());
            return file(visit, rows -> {
                for (int i = 0; i < entries.size(); i += Journal.AT_A_TIME_IN_A_FILE) {
                    rows(rows, entries.subList(i, Math.min(entries.size(), i + Journal.AT_A_TIME_IN_A_FILE)), visit);
                }
            });
        }
        Optional<LocalDate> from = visit.parameters().given("from").flatMap(Journal::date);
        Optional<LocalDate> to = visit.parameters().given("to").flatMap(Journal::date);
        if (from.isEmpty() || to.isEmpty()) {
            return new Answer.Failure(400, "journal.no-date");
        }
        // the first page before the file begins: when the books cannot answer, a page says so instead
        List<JournalEntry> first = costing.journal(from.get(), to.get(), 0, Journal.AT_A_TIME_IN_A_FILE);
        return file(visit, rows -> {
            for (List<JournalEntry> page = first; !page.isEmpty(); page = Journal.after(page, to.get(), costing)) {
                rows(rows, page, visit);
            }
        });
    }

    private static Answer file(Visit visit, Sheet.Content content) {
        return BooksSheet.of(
                visit,
                "journal",
                "Journal",
                List.of(
                        "Entry",
                        "Accounting date",
                        "What happened",
                        "Document type",
                        "Document",
                        "Event",
                        "Account",
                        "Issuer",
                        "Item",
                        "Lot",
                        "Quantity",
                        "Unit",
                        "Order",
                        "Line",
                        "Amount",
                        "Currency",
                        "Account number",
                        "Rule",
                        "Handed over (UTC)"),
                content);
    }

    private static void rows(Sheet.Rows rows, List<JournalEntry> entries, Visit visit) throws IOException {
        Map<Long, EntryNumbers> numbers = Numbers.of(entries, visit);
        for (JournalEntry entry : entries) {
            Optional<EntryNumbers> numbered = Optional.ofNullable(numbers.get(entry.number()));
            for (int i = 0; i < entry.lines().size(); i++) {
                JournalLine line = entry.lines().get(i);
                rows.row(
                        entry.number(),
                        entry.accountingDate(),
                        entry.type().code(),
                        entry.document().type().code(),
                        entry.document().number(),
                        entry.event(),
                        line.account().code(),
                        line.lot().map(lot -> lot.issuer()),
                        line.lot().map(lot -> lot.item()),
                        line.lot().map(lot -> lot.number()),
                        line.quantity().map(quantity -> quantity.amount()),
                        line.quantity().map(quantity -> quantity.unit().code()),
                        line.orderLine().map(order -> order.order().number()),
                        line.orderLine().map(order -> order.line()),
                        line.amount(),
                        line.amount().getCurrencyUnit().getCode(),
                        line(numbered, i).flatMap(EntryNumbers.Line::number),
                        line(numbered, i).flatMap(EntryNumbers.Line::version),
                        numbered.flatMap(EntryNumbers::kept).map(EntryNumbers.Kept::at));
            }
        }
    }

    private static Optional<EntryNumbers.Line> line(Optional<EntryNumbers> entry, int number) {
        return entry.map(numbered -> numbered.lines().get(number));
    }
}
