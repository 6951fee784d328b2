package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What of an order line was invoiced and has not come: its quantity, what is on GOODS_RECEIVED_NOT_INVOICED for it, and what invoices say
 * in their own currency. Receipts take their share of it, in their order, by the one rule of rounding.
 */
final class InvoicedAhead {
    private Layer left;
    private Optional<CurrencyUnit> currency = Optional.empty();
    private BigDecimal said = BigDecimal.ZERO;
    private boolean isMixed;

    /**
     * @param amount what is on the account for the goods
     * @param said what was invoiced for them, in the currency of the invoices; empty when these are in several
     */
    record Taken(Money amount, Optional<Money> said) {}

    private InvoicedAhead(CostedQuantity nothing) {
        left = Layer.of(nothing);
    }

    /**
     * @param entries those of the order, by number
     * @param unit of the goods
     * @param nothing no money
     */
    static InvoicedAhead of(
            OrderLineReference orderLine, List<JournalEntry> entries, Books books, UnitOfMeasure unit, Money nothing) {
        InvoicedAhead ahead = new InvoicedAhead(new CostedQuantity(Quantity.zero(unit), nothing));
        List<JournalEntry> inForce = ReversedEntries.without(entries);
        Map<EventId, TraceEvent> documents = books
                .events(inForce.stream()
                        .filter(entry -> isInvoice(entry) || isCreditNote(entry))
                        .map(JournalEntry::event)
                        .toList())
                .stream()
                .collect(Collectors.toMap(TraceEvent::id, Function.identity()));
        inForce.forEach(entry -> ahead.add(entry, orderLine, documents));
        return ahead;
    }

    private static boolean isInvoice(JournalEntry entry) {
        return entry.type() == EventType.COST && entry.document().type() == DocumentType.SUPPLIER_INVOICE;
    }

    private static boolean isCreditNote(JournalEntry entry) {
        return entry.type() == EventType.COST && entry.document().type() == DocumentType.CREDIT_NOTE;
    }

    private void add(JournalEntry entry, OrderLineReference orderLine, Map<EventId, TraceEvent> documents) {
        Quantity settled = lines(entry, orderLine)
                .filter(line -> line.lot().isPresent())
                .map(line -> line.quantity().orElseThrow())
                .filter(Quantity::isPositive)
                .reduce(none(), Quantity::plus);
        if (entry.type() == EventType.RECEIVE) {
            if (settled.isPositive()) {
                take(settled);
            }
        } else if (entry.type() == EventType.COST) {
            Money amount = lines(entry, orderLine)
                    .filter(line -> line.lot().isEmpty())
                    .map(JournalLine::amount)
                    .reduce(left.left().value().multipliedBy(0), Money::plus);
            if (isInvoice(entry)) {
                invoiced(documents.get(entry.event()), orderLine, settled, amount);
            } else if (!amount.isZero() && quantity().isPositive()) { // credited before the goods came
                credited(entry, documents.get(entry.event()), orderLine, amount);
            }
        }
    }

    /** Goods that are not coming are off the invoice ({@link CreditNoteRule}); else what is still to come is cheaper. */
    private void credited(JournalEntry entry, TraceEvent creditNote, OrderLineReference orderLine, Money amount) {
        Quantity goods = isCreditNote(entry) ? credited(entry, creditNote, orderLine) : none();
        if (goods.isPositive() && worth(goods).amount().equals(amount.negated())) {
            take(goods);
        } else {
            left = left.receiving(new CostedQuantity(none(), amount));
            isMixed = true;
        }
    }

    /** @return of which goods it is that did not go back */
    private Quantity credited(JournalEntry entry, TraceEvent creditNote, OrderLineReference orderLine) {
        Quantity back = lines(entry, orderLine)
                .filter(line -> line.lot().isPresent())
                .map(line -> line.quantity().orElseThrow().negated())
                .filter(Quantity::isPositive)
                .reduce(none(), Quantity::plus);
        return CostText.invoiced(creditNote).stream()
                .filter(line -> line.orderLine().equals(orderLine))
                .map(CostText.Invoiced::quantity)
                .reduce(none(), Quantity::plus)
                .minus(back)
                .min(quantity());
    }

    private void invoiced(TraceEvent invoice, OrderLineReference orderLine, Quantity settled, Money amount) {
        List<CostText.Invoiced> lines = CostText.invoiced(invoice).stream()
                .filter(line -> line.orderLine().equals(orderLine))
                .toList();
        Quantity all = lines.stream().map(CostText.Invoiced::quantity).reduce(none(), Quantity::plus);
        Quantity ahead = all.minus(settled);
        if (!ahead.isPositive()) {
            return;
        }
        left = left.receiving(new CostedQuantity(ahead, amount));
        for (CostText.Invoiced line : lines) {
            isMixed |= currency.filter(known -> !known.equals(line.amount().getCurrencyUnit()))
                    .isPresent();
            currency = Optional.of(line.amount().getCurrencyUnit());
            said = said.add(
                    line.amount().getAmount().multiply(ahead.amount()).divide(all.amount(), MathContext.DECIMAL128));
        }
    }

    /** @return how much may come without being invoiced again */
    Quantity quantity() {
        return left.left().quantity();
    }

    /** @param part of the quantity */
    Taken take(Quantity part) {
        Quantity there = part.min(quantity());
        Taken taken = worth(part);
        if (there.isPositive()) {
            said = said.subtract(share(there));
            left = left.plus(new CostedQuantity(there, taken.amount()).negated());
        }
        return taken;
    }

    private BigDecimal share(Quantity part) {
        return said.multiply(part.amount()).divide(quantity().amount(), MathContext.DECIMAL128);
    }

    /** @return what {@link #take} would take */
    Taken worth(Quantity part) {
        Quantity there = part.min(quantity());
        if (!there.isPositive()) {
            return new Taken(left.left().value().multipliedBy(0), Optional.empty());
        }
        return new Taken(
                left.issue(there).value(),
                currency.filter(known -> !isMixed).map(known -> Money.of(known, share(there), Layer.ROUNDING)));
    }

    private Quantity none() {
        return Quantity.zero(left.left().quantity().unit());
    }

    private static Stream<JournalLine> lines(JournalEntry entry, OrderLineReference orderLine) {
        return entry.lines().stream()
                .filter(line -> line.account() == Account.GOODS_RECEIVED_NOT_INVOICED
                        && line.orderLine().equals(Optional.of(orderLine)));
    }
}
