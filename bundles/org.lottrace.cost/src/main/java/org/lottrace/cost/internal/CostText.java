package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;

/** What a cost document says, as it stands in the record: one key data element for each line, with blanks between the words. */
final class CostText {
    private CostText() {}

    /**
     * A line of an invoice or a credit note.
     *
     * @param quantity in the base unit of the item
     * @param amount net, as the supplier says it
     * @param orderLine line of the purchase order
     */
    record Invoiced(Quantity quantity, Money amount, OrderLineReference orderLine) {
        KeyDatum datum() {
            return line(TextForms.write(Quantity.class, quantity) + " " + TextForms.write(Money.class, amount) + " "
                    + TextForms.write(OrderLineReference.class, orderLine));
        }

        private static Invoiced parse(String text) {
            String[] words = text.split(" ", 3); // the number of an order may have blanks
            return new Invoiced(
                    TextForms.read(Quantity.class, words[0]),
                    TextForms.read(Money.class, words[1]),
                    TextForms.read(OrderLineReference.class, words[2]));
        }
    }

    /**
     * A lot with a number.
     *
     * @param number its weight or volume, or what a base unit of it is worth
     * @param lot which lot
     */
    record Measured(BigDecimal number, LotKey lot) {
        KeyDatum datum() {
            return line(number.toPlainString() + " " + lot);
        }

        private static Measured parse(String text) {
            String[] words = text.split(" ", 2);
            return new Measured(new BigDecimal(words[0]), LotKey.parse(words[1]));
        }
    }

    /**
     * Goods on consignment that become ours.
     *
     * @param quantity in the base unit of the item
     * @param lot which lot
     */
    record TakenOver(Quantity quantity, LotKey lot) {
        KeyDatum datum() {
            return line(TextForms.write(Quantity.class, quantity) + " " + lot);
        }

        private static TakenOver parse(String text) {
            String[] words = text.split(" ", 2);
            return new TakenOver(TextForms.read(Quantity.class, words[0]), LotKey.parse(words[1]));
        }
    }

    static List<TakenOver> takenOver(TraceEvent event) {
        return lines(event).map(TakenOver::parse).toList();
    }

    static List<Invoiced> invoiced(TraceEvent event) {
        return lines(event).map(Invoiced::parse).toList();
    }

    static List<Measured> measured(TraceEvent event) {
        return lines(event).map(Measured::parse).toList();
    }

    static KeyDatum amount(Money amount) {
        return KeyDataElement.COST_AMOUNT.is(new KeyDataValue.Text(TextForms.write(Money.class, amount)));
    }

    /** @throws UnbookableEventException if the event says none */
    static Money amount(TraceEvent event) {
        return TextForms.read(Money.class, said(event, KeyDataElement.COST_AMOUNT));
    }

    /**
     * @return what that is worth in the currency of the books, at the rate in the record
     * @throws UnbookableEventException if it is a foreign amount and the event says no rate of it
     */
    static Money inBooks(TraceEvent event, Money amount, CurrencyUnit books) {
        CurrencyUnit said = amount.getCurrencyUnit();
        if (said.equals(books)) {
            return amount;
        }
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.EXCHANGE_RATE.word()))
                .map(datum -> QuotedRate.parse(datum.value().text()))
                .filter(rate -> rate.currency().equals(said.getCode()))
                .findFirst()
                .orElseThrow(() -> new UnbookableEventException(
                        "it says an amount in " + said + ", but no exchange rate, and the books are kept in " + books))
                .worth(amount, books);
    }

    /** @throws UnbookableEventException if the event does not say it */
    static String said(TraceEvent event, KeyDataElement element) {
        return KeyDatum.find(event.keyData(), element)
                .map(KeyDataValue::text)
                .orElseThrow(() -> new UnbookableEventException("the record does not say its " + element.word()));
    }

    private static Stream<String> lines(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.COST_LINE.word()))
                .map(datum -> datum.value().text());
    }

    private static KeyDatum line(String text) {
        return KeyDataElement.COST_LINE.is(new KeyDataValue.Text(text));
    }
}
