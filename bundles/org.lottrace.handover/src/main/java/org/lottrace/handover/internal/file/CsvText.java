package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;

/**
 * A row for each line of the journal. Documents and reasons are as they were entered.
 *
 * <p>Source: RFC 4180. A text that a spreadsheet would run as a formula has an apostrophe before it, as in all CSV of LotTrace.
 */
final class CsvText implements JournalText {
    private static final List<String> HEADS = List.of(
            "entry",
            "line",
            "accountingDate",
            "originalDate",
            "type",
            "event",
            "ledgerPosition",
            "documentType",
            "documentNumber",
            "reason",
            "account",
            "issuer",
            "item",
            "lot",
            "quantity",
            "unit",
            "orderType",
            "orderNumber",
            "orderLine",
            "amount",
            "currency",
            "accountNumber",
            "accountRule",
            "handedOver");

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Writer out;

    CsvText(Writer out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        row(HEADS);
    }

    @Override
    public void entry(JournalEntry entry, TraceEvent event, EntryNumbers numbers) throws IOException {
        int number = 0;
        for (JournalLine line : entry.lines()) {
            EntryNumbers.Line numbered = numbers.lines().get(number);
            number++;
            row(List.of(
                    String.valueOf(entry.number()),
                    String.valueOf(number),
                    entry.accountingDate().toString(),
                    entry.originalDate().map(Object::toString).orElse(""),
                    entry.type().code(),
                    entry.event().value(),
                    String.valueOf(entry.ledgerPosition()),
                    entry.document().type().code(),
                    entry.document().number(),
                    PlainText.reasonAsSaid(event),
                    line.account().code(),
                    line.lot().map(lot -> lot.issuer().value()).orElse(""),
                    line.lot().map(lot -> lot.item().value()).orElse(""),
                    line.lot().map(lot -> lot.number().value()).orElse(""),
                    line.quantity()
                            .map(quantity -> quantity.amount().toPlainString())
                            .orElse(""),
                    line.quantity().map(quantity -> quantity.unit().code()).orElse(""),
                    line.orderLine().map(order -> order.order().type().code()).orElse(""),
                    line.orderLine().map(order -> order.order().number()).orElse(""),
                    line.orderLine().map(order -> String.valueOf(order.line())).orElse(""),
                    line.amount().getAmount().toPlainString(),
                    line.amount().getCurrencyUnit().getCode(),
                    numbered.number().orElse(""),
                    numbered.version().map(String::valueOf).orElse(""),
                    numbers.kept().map(kept -> kept.at().toString()).orElse("")));
        }
    }

    /** Nothing: a row that is no line would be taken for one. */
    @Override
    public void end(JournalFile file) {}

    private void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(String text) {
        String harmless =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return harmless.chars().anyMatch(one -> one == ',' || one == '"' || one == '\r' || one == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
