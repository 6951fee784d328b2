package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;

/**
 * A row for each line of the journal.
 *
 * <p>Source: RFC 4180. A text that a spreadsheet would run as a formula has an apostrophe before it, as in all CSV of LotTrace.
 */
final class CsvText implements JournalText {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Writer out;
    private final String books;

    /** @param books how far they are: the head of a last column, which is empty */
    CsvText(Writer out, String books) {
        this.out = out;
        this.books = books;
    }

    @Override
    public void begin() throws IOException {
        row(JournalRows.with(JournalRows.HEADS, books));
    }

    @Override
    public void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException {
        TraceEvent event = recorded.event();
        for (List<Object> row : JournalRows.of(entry, event, numbers)) {
            row(JournalRows.with(row, ""));
        }
    }

    /** Nothing: a row that is no line would be taken for one. */
    @Override
    public void end(JournalFile file) {}

    private void row(List<?> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(text(cells.get(i))));
        }
        out.write("\r\n");
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(CsvText::text).orElse("");
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String cell(String text) {
        String harmless =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return harmless.chars().anyMatch(one -> one == ',' || one == '"' || one == '\r' || one == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
