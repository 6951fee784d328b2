package org.lottrace.persistence.internal.planning;

import static org.lottrace.persistence.internal.overview.Question.date;
import static org.lottrace.persistence.internal.overview.Question.moment;
import static org.lottrace.persistence.internal.overview.Question.number;
import static org.lottrace.persistence.internal.overview.Question.optional;
import static org.lottrace.persistence.internal.overview.Question.text;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.overview.Question;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each method sends a statement of {@link PlanningQuestions}, that for open orders two. */
@Component
public final class JpaPlanningStore implements PlanningStore {
    private static final int PERCENT_DIGITS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CurrentSession current;

    @Activate
    public JpaPlanningStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<OrderedLine> ordered(
            List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit) {
        return rows(PlanningQuestions.ordered(days, item, customer, limit)
                        .answers(String.class, "order_number", "customer", "site", "item", "unit")
                        .answers(Integer.class, "order_line")
                        .answers(LocalDate.class, "delivery")
                        .answers(BigDecimal.class, "ordered", "shipped"))
                .map(row -> new OrderedLine(
                        orderLine(row).orElseThrow(),
                        new PartyId(text(row, "customer")),
                        new SiteId(text(row, "site")),
                        new ItemNumber(text(row, "item")),
                        date(row, "delivery").orElseThrow(),
                        quantity(row, "ordered"),
                        quantity(row, "shipped")))
                .toList();
    }

    @Override
    public List<ShippedLot> shipped(
            List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit) {
        return rows(PlanningQuestions.shipped(days, item, customer, limit)
                        .answers(Long.class, "position")
                        .answers(
                                String.class,
                                "shipment",
                                "order_number",
                                "customer",
                                "site",
                                "issuer",
                                "item",
                                "lot_number",
                                "unit")
                        .answers(Integer.class, "order_line", "life")
                        .answers(LocalDate.class, "on_day", "delivery", "expiry", "produced")
                        .answers(BigDecimal.class, "quantity"))
                .map(JpaPlanningStore::shippedLot)
                .toList();
    }

    private static ShippedLot shippedLot(Tuple row) {
        LocalDate day = date(row, "on_day").orElseThrow();
        LocalDate delivery =
                date(row, "delivery").filter(promised -> promised.isAfter(day)).orElse(day);
        Optional<LocalDate> expiry = date(row, "expiry");
        Optional<Integer> left = expiry.map(last -> (int) ChronoUnit.DAYS.between(delivery, last));
        Optional<Integer> whole = expiry.flatMap(
                        last -> date(row, "produced").map(made -> (int) ChronoUnit.DAYS.between(made, last)))
                .or(() -> Optional.ofNullable(row.get("life", Integer.class)))
                .filter(days -> days > 0);
        return new ShippedLot(
                number(row, "position"),
                text(row, "shipment"),
                orderLine(row),
                optional(row, "customer").map(PartyId::new),
                new SiteId(text(row, "site")),
                lot(row, "issuer", "lot_number"),
                delivery,
                expiry,
                left,
                left.flatMap(days -> whole.map(all -> BigDecimal.valueOf(days)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(all), PERCENT_DIGITS, RoundingMode.HALF_UP))),
                quantity(row, "quantity"));
    }

    @Override
    public List<Earlier> earlier(
            List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit) {
        return rows(PlanningQuestions.earlier(days, item, customer, limit)
                        .answers(Long.class, "position")
                        .answers(
                                String.class,
                                "order_number",
                                "issuer",
                                "item",
                                "lot_number",
                                "unit",
                                "other_issuer",
                                "other_number")
                        .answers(Integer.class, "order_line")
                        .answers(LocalDate.class, "other_expiry")
                        .answers(BigDecimal.class, "free"))
                .map(row -> new Earlier(
                        number(row, "position"),
                        lot(row, "issuer", "lot_number"),
                        text(row, "order_number"),
                        orderLine(row).map(OrderLineReference::line).orElse(0),
                        lot(row, "other_issuer", "other_number"),
                        date(row, "other_expiry").orElseThrow(),
                        quantity(row, "free")))
                .toList();
    }

    @Override
    public List<Came> came(List<SiteHours> days, Optional<ItemNumber> item) {
        return rows(PlanningQuestions.came(days, item)
                        .answers(String.class, "unit", "currency")
                        .answers(BigDecimal.class, "quantity", "amount"))
                .map(row -> new Came(quantity(row, "quantity"), booked(row)))
                .toList();
    }

    @Override
    public List<Wanted> wanted(List<SiteHours> spans, Optional<ItemNumber> item, int limit) {
        return rows(PlanningQuestions.wanted(spans, item, limit)
                        .answers(String.class, "site", "item", "unit")
                        .answers(LocalDate.class, "on_day")
                        .answers(BigDecimal.class, "quantity"))
                .map(row -> new Wanted(
                        new SiteId(text(row, "site")),
                        date(row, "on_day").orElseThrow(),
                        new ItemNumber(text(row, "item")),
                        quantity(row, "quantity")))
                .toList();
    }

    @Override
    public List<Arrived> there(SiteHours day, ItemNumber item, int limit) {
        return rows(PlanningQuestions.there(day, item, limit)
                        .answers(String.class, "issuer", "item", "lot_number", "unit")
                        .answers(LocalDate.class, "expiry")
                        .answers(Instant.class, "since")
                        .answers(BigDecimal.class, "quantity"))
                .map(row -> new Arrived(
                        lot(row, "issuer", "lot_number"),
                        LocalDate.ofInstant(moment(row, "since").orElseThrow(), ZoneOffset.UTC),
                        date(row, "expiry"),
                        quantity(row, "quantity")))
                .toList();
    }

    @Override
    public List<Arrived> arrived(List<SiteHours> days, ItemNumber item, int limit) {
        return rows(PlanningQuestions.arrived(days, item, limit)
                        .answers(String.class, "issuer", "item", "lot_number", "unit")
                        .answers(LocalDate.class, "on_day", "expiry")
                        .answers(BigDecimal.class, "quantity"))
                .map(row -> new Arrived(
                        lot(row, "issuer", "lot_number"),
                        date(row, "on_day").orElseThrow(),
                        date(row, "expiry"),
                        quantity(row, "quantity")))
                .toList();
    }

    /** Scrap may leave more digits than a quantity has: what is needed is rounded up. */
    @Override
    public List<Needed> needed(SiteId site, Optional<ItemNumber> item, LocalDate until, int limit) {
        List<String> orders = rows(PlanningQuestions.open(site, until, limit).answers(String.class, "order_number"))
                .map(row -> text(row, "order_number"))
                .toList();
        if (orders.isEmpty()) {
            return List.of();
        }
        return rows(PlanningQuestions.needed(orders, item, limit)
                        .answers(String.class, "order_number", "item", "unit")
                        .answers(LocalDate.class, "on_day")
                        .answers(BigDecimal.class, "quantity"))
                .map(row -> new Needed(
                        text(row, "order_number"),
                        date(row, "on_day").orElseThrow(),
                        new ItemNumber(text(row, "item")),
                        new Quantity(
                                row.get("quantity", BigDecimal.class).setScale(Quantity.MAXIMUM_SCALE, RoundingMode.UP),
                                new UnitOfMeasure(text(row, "unit")))))
                .toList();
    }

    @Override
    public List<WastedLot> destroyed(List<SiteHours> days, Optional<ItemNumber> item, int limit) {
        return rows(PlanningQuestions.destroyed(days, item, limit)
                        .answers(String.class, "event_id", "site", "issuer", "item", "lot_number", "unit", "currency")
                        .answers(LocalDate.class, "on_day", "expiry")
                        .answers(BigDecimal.class, "quantity", "amount"))
                .map(row -> new WastedLot(
                        new SiteId(text(row, "site")),
                        lot(row, "issuer", "lot_number"),
                        date(row, "expiry").orElseThrow(),
                        date(row, "on_day").orElseThrow(),
                        Optional.of(new EventId(text(row, "event_id"))),
                        quantity(row, "quantity"),
                        booked(row)))
                .toList();
    }

    @Override
    public List<ExpiringLot> expiring(
            List<SiteDay> days, Optional<ItemNumber> item, LocalDate from, LocalDate to, int limit) {
        return rows(PlanningQuestions.expiring(item, from, to, limit)
                        .days(days)
                        .answers(String.class, "site", "issuer", "item", "lot_number", "unit", "currency")
                        .answers(LocalDate.class, "today", "expiry")
                        .answers(BigDecimal.class, "quantity", "stock_quantity", "stock_amount"))
                .map(row -> new ExpiringLot(
                        new SiteId(text(row, "site")),
                        lot(row, "issuer", "lot_number"),
                        date(row, "expiry").orElseThrow(),
                        (int) ChronoUnit.DAYS.between(
                                date(row, "today").orElseThrow(),
                                date(row, "expiry").orElseThrow()),
                        quantity(row, "quantity"),
                        share(row)))
                .toList();
    }

    /** @return what the quantity of the row costs, at the cost of all that is on stock of the lot */
    private static Optional<Money> share(Tuple row) {
        return Optional.ofNullable(row.get("stock_quantity", BigDecimal.class))
                .filter(all -> all.signum() > 0)
                .map(all -> {
                    CurrencyUnit currency = CurrencyUnit.of(text(row, "currency"));
                    return Money.of(
                            currency,
                            row.get("stock_amount", BigDecimal.class)
                                    .multiply(row.get("quantity", BigDecimal.class))
                                    .divide(all, currency.getDecimalPlaces(), RoundingMode.HALF_UP));
                });
    }

    private static Optional<Money> booked(Tuple row) {
        return Optional.ofNullable(row.get("amount", BigDecimal.class))
                .map(amount -> Money.of(CurrencyUnit.of(text(row, "currency")), amount.stripTrailingZeros()));
    }

    private static Optional<OrderLineReference> orderLine(Tuple row) {
        return optional(row, "order_number")
                .map(order -> new OrderLineReference(
                        new DocumentReference(DocumentType.SALES_ORDER, order), row.get("order_line", Integer.class)));
    }

    private static LotKey lot(Tuple row, String issuer, String lotNumber) {
        return new LotKey(
                new PartyId(text(row, issuer)), new ItemNumber(text(row, "item")), new LotNumber(text(row, lotNumber)));
    }

    private static Quantity quantity(Tuple row, String column) {
        return new Quantity(row.get(column, BigDecimal.class), new UnitOfMeasure(text(row, "unit")));
    }

    private Stream<Tuple> rows(Question question) {
        return current.call(question::ask).stream();
    }
}
