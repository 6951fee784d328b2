package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrder.InsteadOf;
import org.lottrace.api.order.SalesOrder.Line;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;

/**
 * Orders with lines for substitutes: what is replaced is taken off the line in whose place they are delivered. All lines that it touches
 * are in the base unit of their item then.
 */
final class SubstituteLines {
    private final ItemStore items;

    SubstituteLines(ItemStore items) {
        this.items = items;
    }

    /**
     * @param shipped lines for which something has left: of them some may not be in the order any more
     * @return the number of the line for that substitute, which may be there already
     */
    static int numberOf(SalesOrder order, Set<OrderLineReference> shipped, int line, ItemNumber item) {
        return existing(order, line, item).map(Line::number).orElseGet(() -> IntStream.concat(
                        order.lines().stream().mapToInt(Line::number),
                        shipped.stream().mapToInt(OrderLineReference::line))
                .map(number -> number + 1)
                .reduce(SalesOrder.FIRST_SUBSTITUTE, Math::max));
    }

    /**
     * @param number of the line for the substitute ({@link #numberOf})
     * @return the order with so much more of the item in the place of so much of the line
     */
    SalesOrder with(SalesOrder order, int number, int line, Quantity replaced, ItemNumber item, Quantity instead) {
        Optional<Line> before = existing(order, line, item);
        Line added = new Line(
                number,
                item,
                before.map(one -> inBaseUnit(one).plus(instead)).orElse(instead),
                before.map(Line::price).orElseGet(() -> price(order.line(line), replaced, instead)),
                Optional.of(new InsteadOf(
                        line,
                        before.flatMap(Line::insteadOf)
                                .map(one -> one.quantity().plus(replaced))
                                .orElse(replaced))));
        List<Line> lines = new ArrayList<>();
        for (Line one : order.lines()) {
            if (one.number() == line) {
                lines.add(of(one, inBaseUnit(one).minus(replaced)));
            } else if (one.number() != added.number()) {
                lines.add(one);
            }
        }
        lines.add(added);
        return of(order, lines);
    }

    /**
     * The customer pays what it would have paid for what is replaced, and no more: who agrees on another price sends the line with it.
     *
     * @param ordered the line in whose place it stands
     * @return for the base unit of the substitute, to ten decimals; empty when the line has no price that can be used
     */
    private Optional<UnitPrice> price(Optional<Line> ordered, Quantity replaced, Quantity instead) {
        return ordered.flatMap(Line::price).flatMap(agreed -> {
            Item item = items.find(ordered.get().item()).orElseThrow();
            try {
                BigDecimal inAll = agreed.amount().multiply(replaced.amount());
                BigDecimal shared = item.baseUnitsIn(agreed.per()).multiply(instead.amount());
                return Optional.of(new UnitPrice(
                        inAll.divide(shared, UnitPrice.MAXIMUM_SCALE, RoundingMode.HALF_UP),
                        agreed.currency(),
                        instead.unit()));
            } catch (UnitMismatchException unitIsGone) {
                return Optional.empty();
            }
        });
    }

    /** @return the order without that substitute: the line in whose place it stood wants again what it replaced */
    SalesOrder without(SalesOrder order, Line substitute) {
        InsteadOf instead = substitute.insteadOf().orElseThrow();
        return of(
                order,
                order.lines().stream()
                        .filter(one -> one.number() != substitute.number())
                        .map(one -> one.number() == instead.line()
                                ? of(one, inBaseUnit(one).plus(instead.quantity()))
                                : one)
                        .toList());
    }

    /**
     * What the ERP system sends again is what the customer ordered. What was substituted stays when something of it has left, or when the
     * line still wants as much of the same item and the order is for the same customer, channel, site and day. An order that names the
     * line of the substitute knows of it: it is taken as it is.
     *
     * @param before as it was known
     * @param sent as it comes
     * @param shipped what has left for its lines
     */
    SalesOrder kept(SalesOrder before, SalesOrder sent, Map<OrderLineReference, Quantity> shipped) {
        SalesOrder kept = sent;
        for (Line substitute : before.lines()) {
            if (substitute.insteadOf().isEmpty()) {
                continue;
            }
            InsteadOf instead = substitute.insteadOf().get();
            Optional<Line> named = sent.line(substitute.number());
            if (named.isPresent()) {
                kept = known(kept, named.get(), substitute);
                continue;
            }
            Optional<Line> replaced = kept.line(instead.line()).filter(one -> before.line(instead.line())
                    .filter(ordered -> ordered.item().equals(one.item()))
                    .isPresent());
            boolean left = shipped.containsKey(new OrderLineReference(sent.reference(), substitute.number()));
            boolean fits = isForTheSame(before, sent)
                    && replaced.filter(one -> inBaseUnit(one).compareTo(instead.quantity()) >= 0)
                            .isPresent();
            if (replaced.isPresent() && (left || fits)) {
                Quantity rest = inBaseUnit(replaced.get()).minus(instead.quantity());
                List<Line> lines = new ArrayList<>();
                for (Line one : kept.lines()) {
                    lines.add(
                            one.number() == instead.line()
                                    ? of(one, rest.isNegative() ? Quantity.zero(rest.unit()) : rest)
                                    : one);
                }
                lines.add(priced(substitute, replaced.get()));
                kept = of(kept, lines);
            }
        }
        return kept;
    }

    /** At what is agreed now, if anything is. */
    private Line priced(Line substitute, Line ordered) {
        Quantity replaced = substitute.insteadOf().orElseThrow().quantity();
        Optional<UnitPrice> now = replaced.isPositive()
                ? price(Optional.of(ordered), replaced, inBaseUnit(substitute))
                : Optional.empty();
        return new Line(
                substitute.number(),
                substitute.item(),
                substitute.quantity(),
                now.or(substitute::price),
                substitute.insteadOf());
    }

    static boolean isForTheSame(SalesOrder before, SalesOrder now) {
        return before.customer().equals(now.customer())
                && before.channel().equals(now.channel())
                && before.shipFrom().equals(now.shipFrom())
                && before.deliveryDate().equals(now.deliveryDate());
    }

    /** Who sends it need not say in whose place it is delivered. */
    private static SalesOrder known(SalesOrder order, Line named, Line substitute) {
        return named.insteadOf().isPresent() || !named.item().equals(substitute.item())
                ? order
                : of(
                        order,
                        order.lines().stream()
                                .map(one -> one.number() == named.number()
                                        ? new Line(
                                                one.number(),
                                                one.item(),
                                                one.quantity(),
                                                one.price(),
                                                substitute.insteadOf())
                                        : one)
                                .toList());
    }

    private static Optional<Line> existing(SalesOrder order, int line, ItemNumber item) {
        return order.lines().stream()
                .filter(one -> one.item().equals(item)
                        && one.insteadOf().filter(it -> it.line() == line).isPresent())
                .findFirst();
    }

    /** The database keeps an item as long as an order names it. */
    private Quantity inBaseUnit(Line line) {
        return items.find(line.item()).orElseThrow().toBaseUnit(line.quantity());
    }

    private static Line of(Line line, Quantity quantity) {
        return new Line(line.number(), line.item(), quantity, line.price(), line.insteadOf());
    }

    private static SalesOrder of(SalesOrder order, List<Line> lines) {
        return new SalesOrder(
                order.number(),
                order.customer(),
                order.customerOrder(),
                order.shipFrom(),
                order.deliveryDate(),
                order.channel(),
                order.priority(),
                lines);
    }
}
