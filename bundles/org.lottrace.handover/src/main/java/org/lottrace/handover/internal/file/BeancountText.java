package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;

/**
 * A ledger of beancount. It knows no posting that need not balance, so quantities come from, and go to, an account of their own.
 *
 * <p>Source: Beancount Language Syntax. Balances are those of an account with all below it, at the beginning of the day.
 */
final class BeancountText implements JournalText {
    /** Before every accounting date. */
    private static final String EVER_SINCE = "1900-01-01";

    private static final String QUANTITIES = "Equity:Quantities";

    private final Writer out;
    private final String books;
    private final Balances balances = new Balances();

    /** @param books how far they are */
    BeancountText(Writer out, String books) {
        this.out = out;
        this.books = books;
    }

    @Override
    public void begin() throws IOException {
        out.write("; Journal of LotTrace. To check it: bean-check FILE\n");
        out.write("; " + books + "\n");
        out.write("option \"title\" \"LotTrace\"\n");
        out.write(EVER_SINCE + " open " + QUANTITIES + "\n");
    }

    @Override
    public void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException {
        TraceEvent event = recorded.event();
        declare(balances.add(entry));
        out.write("\n" + entry.accountingDate() + " * \"" + entry.type().code() + "\" \""
                + PlainText.of(entry.document()) + "\"\n");
        out.write("  entry: " + entry.number() + "\n");
        text("event", PlainText.of(entry.event().value()));
        out.write("  position: " + entry.ledgerPosition() + "\n");
        text("documents", PlainText.documents(event));
        if (entry.company().isPresent()) {
            text("company", PlainText.of(entry.company().get().value()));
        }
        if (entry.originalDate().isPresent()) {
            out.write("  original-date: " + entry.originalDate().get() + "\n");
        }
        if (!PlainText.reason(event).isEmpty()) {
            text("reason", PlainText.reason(event));
        }
        SortedMap<String, BigDecimal> moved = new TreeMap<>();
        for (int i = 0; i < entry.lines().size(); i++) {
            line(entry.lines().get(i), numbers.lines().get(i), moved);
        }
        for (Map.Entry<String, BigDecimal> unit : moved.entrySet()) {
            if (unit.getValue().signum() != 0) {
                posting(QUANTITIES, unit.getValue().negate(), unit.getKey());
            }
        }
    }

    private void line(JournalLine line, EntryNumbers.Line number, SortedMap<String, BigDecimal> moved)
            throws IOException {
        String account = AccountTree.BEANCOUNT.of(new Place(line.account(), line.lot()));
        Money money = line.amount();
        posting(account, money.getAmount(), money.getCurrencyUnit().getCode());
        if (number.number().isPresent()) {
            out.write("    account-number: \"" + number.number().get() + "\"\n");
        }
        if (line.orderLine().isPresent()) {
            out.write("    order: \"" + PlainText.of(line.orderLine().get().order()) + " line "
                    + line.orderLine().get().line() + "\"\n");
        }
        if (line.quantity().isPresent()) {
            String unit = AccountTree.of(line.quantity().get().unit());
            BigDecimal amount = line.quantity().get().amount();
            posting(account, amount, unit);
            moved.merge(unit, amount, BigDecimal::add);
        }
    }

    @Override
    public void end(JournalFile file) throws IOException {
        if (balances.lastDay().isPresent()) {
            LocalDate next = balances.lastDay().get().plusDays(1);
            out.write("\n");
            for (Map.Entry<Place, SortedMap<String, BigDecimal>> place :
                    balances.all().entrySet()) {
                for (Map.Entry<String, BigDecimal> balance : place.getValue().entrySet()) {
                    // to the last decimal: without a tolerance it would pass what is a cent off
                    out.write(next + " balance " + AccountTree.BEANCOUNT.of(place.getKey()) + " "
                            + balance.getValue().toPlainString() + " ~ 0 " + balance.getKey() + "\n");
                }
            }
        }
        for (String line : Reached.said(file)) {
            out.write("; " + line + "\n");
        }
    }

    private void declare(Balances.New added) throws IOException {
        if (!added.commodities().isEmpty() || !added.places().isEmpty()) {
            out.write("\n");
        }
        for (String commodity : added.commodities().keySet()) {
            if (!Balances.isQuantity(commodity)) {
                out.write("option \"operating_currency\" \"" + commodity + "\"\n");
            }
            out.write(EVER_SINCE + " commodity " + commodity + "\n");
        }
        for (Place place : added.places()) {
            out.write(EVER_SINCE + " open " + AccountTree.BEANCOUNT.of(place) + "\n");
        }
    }

    private void posting(String account, BigDecimal amount, String commodity) throws IOException {
        out.write("  " + account + "  " + amount.toPlainString() + " " + commodity + "\n");
    }

    private void text(String key, String value) throws IOException {
        out.write("  " + key + ": \"" + value + "\"\n");
    }
}
