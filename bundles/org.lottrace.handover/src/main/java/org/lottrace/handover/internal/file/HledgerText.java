package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.joda.money.Money;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;

/**
 * A journal of hledger. A quantity is an unbalanced virtual posting to the account of its value, so that {@code --real} shows money alone.
 *
 * <p>Source: hledger manual, Journal: postings, account and commodity directives, balance assertions.
 */
final class HledgerText implements JournalText {
    private final Writer out;
    private final String books;
    private final Balances balances = new Balances();

    /** @param books how far they are */
    HledgerText(Writer out, String books) {
        this.out = out;
        this.books = books;
    }

    @Override
    public void begin() throws IOException {
        out.write("; Journal of LotTrace. To check it: hledger check --strict -f FILE\n");
        out.write("; " + books + "\n");
        out.write("decimal-mark .\n");
    }

    @Override
    public void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException {
        TraceEvent event = recorded.event();
        declare(balances.add(entry));
        out.write("\n" + entry.accountingDate() + " (" + entry.number() + ") "
                + entry.type().code() + " " + PlainText.of(entry.document()) + "\n");
        tag("event", PlainText.of(entry.event().value()));
        tag("position", String.valueOf(entry.ledgerPosition()));
        tag("documents", PlainText.documents(event));
        if (entry.company().isPresent()) {
            tag("company", PlainText.of(entry.company().get().value()));
        }
        if (entry.originalDate().isPresent()) {
            tag("original-date", entry.originalDate().get().toString());
        }
        if (!PlainText.reason(event).isEmpty()) {
            tag("reason", PlainText.reason(event));
        }
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            String account = AccountTree.HLEDGER.of(new Place(line.account(), line.lot()));
            out.write("    " + account + "  " + amount(line.amount()));
            List<String> tags = new ArrayList<>();
            numbers.lines().get(i).number().ifPresent(number -> tags.add("account-number: " + number));
            line.orderLine()
                    .ifPresent(order -> tags.add("order: " + PlainText.of(order.order()) + " line " + order.line()));
            out.write((tags.isEmpty() ? "" : "  ; " + String.join(", ", tags)) + "\n");
            if (line.quantity().isPresent()) {
                out.write("    (" + account + ")  "
                        + amount(
                                AccountTree.of(line.quantity().get().unit()),
                                line.quantity().get().amount())
                        + "\n");
            }
        }
    }

    /** In the order of the file it comes after all entries, also those of the same day. */
    @Override
    public void end(JournalFile file) throws IOException {
        if (balances.lastDay().isPresent()) {
            out.write("\n" + balances.lastDay().get() + " what these entries leave\n");
            for (Map.Entry<Place, SortedMap<String, BigDecimal>> place :
                    balances.all().entrySet()) {
                for (Map.Entry<String, BigDecimal> balance : place.getValue().entrySet()) {
                    balance(place.getKey(), balance.getKey(), balance.getValue());
                }
            }
        }
        for (String line : Reached.said(file)) {
            out.write("; " + line + "\n");
        }
    }

    private void balance(Place place, String commodity, BigDecimal balance) throws IOException {
        String account = AccountTree.HLEDGER.of(place);
        out.write("    " + (Balances.isQuantity(commodity) ? "(" + account + ")" : account) + "  "
                + amount(commodity, BigDecimal.ZERO)
                + (place.lot().isEmpty() ? " =* " : " = ")
                + amount(commodity, balance) + "\n");
    }

    private void declare(Balances.New added) throws IOException {
        if (!added.commodities().isEmpty() || !added.places().isEmpty()) {
            out.write("\n");
        }
        for (Map.Entry<String, Integer> commodity : added.commodities().entrySet()) {
            out.write("commodity 1000." + "0".repeat(commodity.getValue()) + " " + symbol(commodity.getKey()) + "\n");
        }
        for (Place place : added.places()) {
            out.write("account " + AccountTree.HLEDGER.of(place) + "\n");
        }
    }

    private void tag(String name, String value) throws IOException {
        out.write("    ; " + name + ": " + value + "\n");
    }

    private static String amount(Money money) {
        return amount(money.getCurrencyUnit().getCode(), money.getAmount());
    }

    private static String amount(String commodity, BigDecimal amount) {
        return amount.toPlainString() + " " + symbol(commodity);
    }

    /** Signs and digits only stand in quotes. */
    private static String symbol(String commodity) {
        return Balances.isQuantity(commodity) ? '"' + commodity + '"' : commodity;
    }
}
