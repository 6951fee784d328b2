package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;

/** The transfer prices that were recorded. All of two companies, in one direction, name one document. */
final class TransferPriceLists {
    private final LedgerStore ledger;

    TransferPriceLists(LedgerStore ledger) {
        this.ledger = ledger;
    }

    static DocumentReference listOf(PartyId seller, PartyId buyer) {
        return new DocumentReference(DocumentType.TRANSFER_PRICES, seller + " to " + buyer);
    }

    /**
     * A price as it stands in the record: {@code 2026-01-01 2.50:EUR/KGM 1 FLOUR}.
     *
     * @param baseUnits how many base units of the item one unit of the price is
     */
    record Agreed(LocalDate from, UnitPrice price, BigDecimal baseUnits, ItemNumber item) {
        KeyDatum line() {
            return KeyDataElement.COST_LINE.is(new KeyDataValue.Text(from + " "
                    + TextForms.write(UnitPrice.class, price) + " " + baseUnits.toPlainString() + " " + item));
        }

        static Agreed parse(String text) {
            String[] words = text.split(" ", 4);
            return new Agreed(
                    LocalDate.parse(words[0]),
                    TextForms.read(UnitPrice.class, words[1]),
                    new BigDecimal(words[2]),
                    new ItemNumber(words[3]));
        }

        /** @return what that is worth at the price, rounded once, half up, to the minor unit of its currency */
        Money worth(Quantity quantity) {
            CurrencyUnit currency = CurrencyUnit.of(price.currency());
            return Money.of(
                    currency,
                    price.amount()
                            .multiply(quantity.amount())
                            .divide(baseUnits, currency.getDecimalPlaces(), Layer.ROUNDING));
        }
    }

    private record Line(long position, Agreed agreed) {}

    /**
     * Whatever is recorded later, the answer stays the same, so that books that are built again are.
     *
     * @return the newest price for the day of the event as it was known when that was recorded; else the one that was recorded first
     *     after it
     * @throws UnbookableEventException if there is none
     */
    Agreed inForce(PartyId seller, PartyId buyer, ItemNumber item, TraceEvent event) {
        LocalDate day = event.context().accountingDate();
        long position =
                ledger.find(event.context().id()).map(RecordedEvent::position).orElse(Long.MAX_VALUE);
        List<Line> all = lines(seller, buyer)
                .filter(line -> line.agreed().item().equals(item)
                        && !line.agreed().from().isAfter(day))
                .toList();
        long until =
                Math.max(position, all.stream().mapToLong(Line::position).min().orElse(position));
        return all.stream()
                .filter(line -> line.position() <= until)
                .max(Comparator.comparing((Line line) -> line.agreed().from()).thenComparing(Line::position))
                .map(Line::agreed)
                .orElseThrow(
                        () -> UnbookableEventException.untilRecorded("item " + item + " goes from company " + seller
                                + " to company " + buyer + ", and no transfer price is agreed for " + day
                                + "; record one that counts from then or earlier"));
    }

    private Stream<Line> lines(PartyId seller, PartyId buyer) {
        return ledger.byDocument(listOf(seller, buyer)).stream()
                .flatMap(recorded -> agreed(recorded).map(agreed -> new Line(recorded.position(), agreed)));
    }

    private static Stream<Agreed> agreed(RecordedEvent recorded) {
        return recorded.event().keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.COST_LINE.word()))
                .map(datum -> Agreed.parse(datum.value().text()));
    }

    /** @return all that was ever recorded of the two, the newest first */
    List<RecordedTransferPrice> all(PartyId seller, PartyId buyer, int skip, int limit) {
        return ledger.byDocument(listOf(seller, buyer)).stream()
                .sorted(Comparator.comparing(RecordedEvent::position).reversed())
                .flatMap(recorded -> agreed(recorded)
                        .map(agreed -> new RecordedTransferPrice(
                                recorded.position(),
                                recorded.event().id(),
                                agreed.item(),
                                agreed.price(),
                                agreed.from(),
                                recorded.event().context().actor(),
                                recorded.recorded())))
                .skip(skip)
                .limit(limit)
                .toList();
    }
}
