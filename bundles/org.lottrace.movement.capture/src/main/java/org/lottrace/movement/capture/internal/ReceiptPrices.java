package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.CompanyCurrency;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What goods that came are worth: the price of their order line, else what the request says, else the last one of the item,
 * else nothing. The last two are findings, for somebody has to find out. A price in a foreign currency gets the rate of the day.
 */
final class ReceiptPrices {
    private static final String PRICE_ASSUMED = "PRICE_ASSUMED";
    private static final String PRICE_DIFFERS = "PRICE_DIFFERS";
    private static final String PRICE_MISSING = "PRICE_MISSING";
    private static final String RATE_MISSING = "RATE_MISSING";

    private final OrderLinePrices agreed;
    private final SharedChecks checks;
    private final ItemStore items;
    private final LedgerStore events;
    private final Supplier<List<PriceCheck>> priceChecks;
    private final Supplier<Optional<CompanyCurrency>> currency;

    ReceiptPrices(
            OrderLinePrices agreed,
            SharedChecks checks,
            ItemStore items,
            LedgerStore events,
            Supplier<List<PriceCheck>> priceChecks,
            Supplier<Optional<CompanyCurrency>> currency) {
        this.agreed = agreed;
        this.checks = checks;
        this.items = items;
        this.events = events;
        this.priceChecks = priceChecks;
        this.currency = currency;
    }

    /**
     * @param site where they came
     * @param day on which the goods count; empty when it is not known because of another problem
     * @return the price of each, in their order
     */
    List<Optional<LinePrice>> of(SiteId site, List<Came> arrivals, Optional<LocalDate> day, Findings findings) {
        Map<String, Optional<LinePrice.ExchangeRate>> rates = new HashMap<>();
        return arrivals.stream()
                .map(came -> of(came, findings).map(price -> atRate(site, price, came, day, rates, findings)))
                .toList();
    }

    /** @return what the event says of the goods, and whose they are when their order line says that they come on consignment */
    List<KeyDatum> said(Came came) {
        List<KeyDatum> said = new ArrayList<>(came.said());
        if (KeyDatum.find(said, KeyDataElement.CONSIGNED_BY).isEmpty()) {
            came.orderLine()
                    .flatMap(line -> agreed.consignor(line, came.lot().key().item()))
                    .ifPresent(owner -> said.add(KeyDataElement.CONSIGNED_BY.is(new KeyDataValue.Who(owner))));
        }
        return said;
    }

    /** A last price of the item has the rate of its own day. */
    private LinePrice atRate(
            SiteId site,
            LinePrice price,
            Came came,
            Optional<LocalDate> day,
            Map<String, Optional<LinePrice.ExchangeRate>> rates,
            Findings findings) {
        Optional<CompanyCurrency> books = currency.get();
        String of = price.price().currency();
        if (books.isEmpty() || day.isEmpty() || !books.get().isForeign(site, of)) {
            return price.at(Optional.empty());
        }
        Optional<LinePrice.ExchangeRate> rate =
                rates.computeIfAbsent(of, wanted -> books.get().rate(site, wanted, day.get()));
        if (rate.isEmpty()) {
            findings.breach(
                    RATE_MISSING,
                    came.path().then("price"),
                    "the price of item " + price.item() + " is in " + of + ", and no exchange rate of it is known for "
                            + day.get() + "; it is booked at nothing until it is invoiced: record the rate, reverse"
                            + " the receipt and record it again if its value cannot wait");
        }
        return price.at(rate);
    }

    private Optional<LinePrice> of(Came came, Findings findings) {
        ItemNumber item = came.lot().key().item();
        Optional<LinePrice> ordered =
                came.orderLine().flatMap(line -> agreed.bought(line, item, came.path(), findings));
        came.price()
                .filter(stated ->
                        ordered.filter(price -> !price.price().equals(stated)).isPresent())
                .ifPresent(stated -> findings.breach(
                        PRICE_DIFFERS,
                        came.path().then("price"),
                        "item " + item + " is booked at the price of its order line and not at " + stated));
        return ordered.or(() -> came.price().flatMap(price -> stated(came, price, findings)))
                .or(() -> last(came, findings));
    }

    private Optional<LinePrice> stated(Came came, UnitPrice price, Findings findings) {
        ViolationPath path = came.path().then("price");
        List<Violation> unbookable = priceChecks.get().stream()
                .flatMap(check -> check.checkBought(price).stream())
                .toList();
        unbookable.forEach(violation -> findings.breach(violation.code(), path, violation.message()));
        return items.find(came.lot().key().item())
                .filter(item -> checks.hasUnit(item, price.per(), path, findings) && unbookable.isEmpty())
                .map(item -> LinePrice.of(item, price));
    }

    private Optional<LinePrice> last(Came came, Findings findings) {
        ItemNumber item = came.lot().key().item();
        Optional<LinePrice> last = events.lastPrice(item);
        findings.breach(
                last.isPresent() ? PRICE_ASSUMED : PRICE_MISSING,
                came.path().then("price"),
                last.map(price -> "no price is agreed for item " + item + "; it is booked at the last one, "
                                + price.price().amount().toPlainString() + " "
                                + price.price().currency() + " for 1 "
                                + price.price().per())
                        .orElse("no price of item " + item + " is known; it is booked at nothing"));
        return last;
    }
}
