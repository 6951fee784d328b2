package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What goods that came are worth: the price of their order line, else what the request says, else the last one of the item,
 * else nothing. The last two are findings, for somebody has to find out.
 */
final class ReceiptPrices {
    private static final String PRICE_ASSUMED = "PRICE_ASSUMED";
    private static final String PRICE_DIFFERS = "PRICE_DIFFERS";
    private static final String PRICE_MISSING = "PRICE_MISSING";

    private final OrderLinePrices agreed;
    private final SharedChecks checks;
    private final ItemStore items;
    private final LedgerStore events;
    private final Supplier<List<PriceCheck>> priceChecks;

    ReceiptPrices(
            OrderLinePrices agreed,
            SharedChecks checks,
            ItemStore items,
            LedgerStore events,
            Supplier<List<PriceCheck>> priceChecks) {
        this.agreed = agreed;
        this.checks = checks;
        this.items = items;
        this.events = events;
        this.priceChecks = priceChecks;
    }

    Optional<LinePrice> of(Came came, Findings findings) {
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
                .flatMap(check -> check.check(price).stream())
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
