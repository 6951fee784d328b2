package org.lottrace.handover.internal.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;

/** The journal as a table: a row for each line. Documents and reasons are as they were entered. */
final class JournalRows {
    static final List<String> HEADS = List.of(
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
            "handedOver",
            "company");

    private JournalRows() {}

    /** @return the cells and one more at their end */
    static <T> List<T> with(List<T> cells, T last) {
        return Stream.concat(cells.stream(), Stream.of(last)).toList();
    }

    /** @return numbers, days and moments as such, what is absent as an empty {@link Optional}, everything else as text */
    static List<List<Object>> of(JournalEntry entry, TraceEvent event, EntryNumbers numbers) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            EntryNumbers.Line numbered = numbers.lines().get(i);
            rows.add(List.of(
                    entry.number(),
                    i + 1,
                    entry.accountingDate(),
                    entry.originalDate(),
                    entry.type().code(),
                    entry.event().value(),
                    entry.ledgerPosition(),
                    entry.document().type().code(),
                    entry.document().number(),
                    PlainText.reasonAsSaid(event),
                    line.account().code(),
                    line.lot().map(lot -> lot.issuer().value()),
                    line.lot().map(lot -> lot.item().value()),
                    line.lot().map(lot -> lot.number().value()),
                    line.quantity().map(quantity -> quantity.amount()),
                    line.quantity().map(quantity -> quantity.unit().code()),
                    line.orderLine().map(order -> order.order().type().code()),
                    line.orderLine().map(order -> order.order().number()),
                    line.orderLine().map(order -> order.line()),
                    line.amount().getAmount(),
                    line.amount().getCurrencyUnit().getCode(),
                    numbered.number(),
                    numbered.version(),
                    numbers.kept().map(EntryNumbers.Kept::at),
                    entry.company().map(PartyId::value)));
        }
        return rows;
    }
}
