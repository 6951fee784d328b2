package org.lottrace.console.web.internal.planning;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.console.web.internal.lot.LotView;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/** The rows behind each measure. */
final class MeasureLists {
    private static final String DELIVERY = "planning.delivery";

    private MeasureLists() {}

    static Listing<OrderedLine> orders(Visit visit, MeasureQuestion question) {
        Formats formats = visit.formats();
        return new Listing<>(
                "orders",
                List.of(
                        Column.<OrderedLine>of("planning.order", "order", line -> text(line.orderLine()))
                                .to(line -> order(line.orderLine())),
                        Column.of("planning.customer", "customer", OrderedLine::customer),
                        Column.of("planning.site", "site", OrderedLine::site),
                        Column.of("word.item", "item", OrderedLine::item),
                        Column.<OrderedLine>of(DELIVERY, "delivery", OrderedLine::delivery)
                                .shown(line -> formats.date(line.delivery())),
                        Column.number(
                                "planning.ordered",
                                "ordered",
                                line -> line.ordered().amount(),
                                line -> formats.quantity(line.ordered())),
                        Column.number(
                                "planning.shipped-in-time",
                                "shipped",
                                line -> line.shipped().amount(),
                                line -> formats.quantity(line.shipped())),
                        Column.<OrderedLine>of("word.unit", "unit", line -> line.ordered()
                                        .unit())
                                .inFileOnly()),
                (skip, limit) -> measures(visit).orderLines(question, skip, limit));
    }

    static Listing<WastedLot> waste(Visit visit, MeasureQuestion question) {
        Formats formats = visit.formats();
        return new Listing<>(
                "waste",
                List.of(
                        Column.<WastedLot>of("word.lot", "lot", WastedLot::lot)
                                .shown(wasted -> lot(wasted.lot()))
                                .to(wasted -> link(wasted.lot())),
                        Column.of("planning.site", "site", WastedLot::site),
                        Column.<WastedLot>of("planning.expiry", "expiry", WastedLot::expiry)
                                .shown(wasted -> formats.date(wasted.expiry())),
                        Column.<WastedLot>of("planning.lost-on", "day", WastedLot::day)
                                .shown(wasted -> formats.date(wasted.day())),
                        Column.<WastedLot>of("planning.disposal", "disposal", WastedLot::disposal)
                                .shown(wasted -> wasted.disposal()
                                        .map(Object::toString)
                                        .orElse(visit.texts().lookup("planning.on-stock")))
                                .to(wasted -> wasted.disposal().map(event -> Address.to("event", "id", event))),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                wasted -> wasted.quantity().amount(),
                                wasted -> formats.quantity(wasted.quantity())),
                        Column.<WastedLot>of("word.unit", "unit", wasted -> wasted.quantity()
                                        .unit())
                                .inFileOnly(),
                        Column.number("planning.value", "value", WastedLot::value, wasted -> wasted.value()
                                .map(formats::money)
                                .orElse(""))),
                (skip, limit) -> measures(visit).waste(question, skip, limit));
    }

    static Listing<ShippedLot> deliveries(Visit visit, MeasureQuestion question) {
        Formats formats = visit.formats();
        return new Listing<>(
                "deliveries",
                List.of(
                        Column.<ShippedLot>of("word.lot", "lot", ShippedLot::lot)
                                .shown(shipped -> lot(shipped.lot()))
                                .to(shipped -> link(shipped.lot())),
                        Column.of("planning.shipment", "shipment", ShippedLot::shipment),
                        Column.<ShippedLot>of("planning.order", "order", shipped -> shipped.orderLine()
                                        .map(MeasureLists::text)
                                        .orElse(""))
                                .to(shipped -> shipped.orderLine().flatMap(MeasureLists::order)),
                        Column.of("planning.customer", "customer", shipped -> shipped.customer()
                                .map(PartyId::value)
                                .orElse("")),
                        Column.of("planning.site", "site", ShippedLot::site),
                        Column.<ShippedLot>of(DELIVERY, "delivery", ShippedLot::delivery)
                                .shown(shipped -> formats.date(shipped.delivery())),
                        Column.<ShippedLot>of("planning.expiry", "expiry", ShippedLot::expiry)
                                .shown(shipped ->
                                        shipped.expiry().map(formats::date).orElse("")),
                        Column.number(
                                "planning.days-left", "days_left", ShippedLot::daysLeft, shipped -> shipped.daysLeft()
                                        .map(days -> formats.number((long) days))
                                        .orElse("")),
                        Column.number(
                                "planning.percent-left",
                                "percent_left",
                                ShippedLot::percentLeft,
                                shipped -> shipped.percentLeft()
                                        .map(percent -> MeasuresView.percent(formats, percent))
                                        .orElse("")),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                shipped -> shipped.quantity().amount(),
                                shipped -> formats.quantity(shipped.quantity())),
                        Column.<ShippedLot>of("word.unit", "unit", shipped -> shipped.quantity()
                                        .unit())
                                .inFileOnly()),
                (skip, limit) -> measures(visit).deliveries(question, skip, limit));
    }

    static Listing<PassedLot> passed(Visit visit, MeasureQuestion question) {
        Formats formats = visit.formats();
        return new Listing<>(
                "passed",
                List.of(
                        Column.<PassedLot>of("planning.earlier", "earlier", PassedLot::earlier)
                                .shown(passed -> lot(passed.earlier()))
                                .to(passed -> link(passed.earlier())),
                        Column.<PassedLot>of("planning.expiry", "expiry", PassedLot::expiry)
                                .shown(passed -> formats.date(passed.expiry())),
                        Column.<PassedLot>of("planning.went", "shipped", passed -> passed.shipped()
                                        .lot())
                                .shown(passed -> lot(passed.shipped().lot()))
                                .to(passed -> link(passed.shipped().lot())),
                        Column.<PassedLot>of("planning.went-expiry", "shipped_expiry", passed -> passed.shipped()
                                        .expiry())
                                .shown(passed -> passed.shipped()
                                        .expiry()
                                        .map(formats::date)
                                        .orElse("")),
                        Column.of("planning.shipment", "shipment", passed -> passed.shipped()
                                .shipment()),
                        Column.<PassedLot>of("planning.order", "order", passed -> passed.shipped()
                                        .orderLine()
                                        .map(MeasureLists::text)
                                        .orElse(""))
                                .to(passed -> passed.shipped().orderLine().flatMap(MeasureLists::order)),
                        Column.number(
                                "planning.could-go",
                                "quantity",
                                passed -> passed.quantity().amount(),
                                passed -> formats.quantity(passed.quantity())),
                        Column.<PassedLot>of("word.unit", "unit", passed -> passed.quantity()
                                        .unit())
                                .inFileOnly(),
                        Column.<PassedLot>of("word.reason", "reason", passed -> passed.reason()
                                        .code())
                                .shown(passed -> visit.texts()
                                        .lookup("passed-reason."
                                                + passed.reason().code())),
                        Column.of("planning.words", "words", PassedLot::words),
                        Column.number(
                                "planning.spoiled",
                                "spoiled",
                                passed -> passed.spoiled().amount(),
                                passed -> formats.quantity(passed.spoiled())),
                        Column.number(
                                "planning.spoiled-value",
                                "spoiled_value",
                                PassedLot::spoiledValue,
                                passed -> passed.spoiledValue()
                                        .map(formats::money)
                                        .orElse(""))),
                (skip, limit) -> measures(visit).passedOver(question, skip, limit));
    }

    static Listing<ExpiringLot> expiring(Visit visit) {
        int days = visit.parameters()
                .given("days")
                .filter(Filter::isDaysAhead)
                .map(Integer::parseInt)
                .orElse(30);
        return onStock(visit, "expiring", (skip, limit) -> measures(visit)
                .expiring(Filter.site(visit), Filter.item(visit), days, skip, limit));
    }

    static Listing<ExpiringLot> due(Visit visit) {
        return onStock(visit, "due", (skip, limit) -> measures(visit)
                .due(Filter.site(visit), Filter.item(visit), skip, limit));
    }

    private static Listing<ExpiringLot> onStock(Visit visit, String name, Listing.Rows<ExpiringLot> rows) {
        Formats formats = visit.formats();
        return new Listing<>(
                name,
                List.of(
                        Column.<ExpiringLot>of("word.lot", "lot", ExpiringLot::lot)
                                .shown(one -> lot(one.lot()))
                                .to(one -> link(one.lot())),
                        Column.of("planning.site", "site", ExpiringLot::site),
                        Column.<ExpiringLot>of("planning.expiry", "expiry", ExpiringLot::expiry)
                                .shown(one -> formats.date(one.expiry())),
                        Column.number(
                                "planning.days-left",
                                "days_left",
                                ExpiringLot::daysLeft,
                                one -> formats.number((long) one.daysLeft())),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                one -> one.quantity().amount(),
                                one -> formats.quantity(one.quantity())),
                        Column.<ExpiringLot>of("word.unit", "unit", one -> one.quantity()
                                        .unit())
                                .inFileOnly(),
                        Column.number("planning.value", "value", ExpiringLot::value, one -> one.value()
                                .map(formats::money)
                                .orElse(""))),
                rows);
    }

    private static RotationMeasures measures(Visit visit) {
        return visit.as(RotationMeasures.class);
    }

    static String lot(LotKey lot) {
        return lot.item() + "/" + lot.number();
    }

    static Optional<String> link(LotKey lot) {
        return Optional.of(LotView.link(lot));
    }

    private static String text(OrderLineReference line) {
        return line.order().number() + " / " + line.line();
    }

    private static Optional<String> order(OrderLineReference line) {
        return Optional.of(Address.to("order", "number", line.order().number()));
    }
}
