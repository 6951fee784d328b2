package org.lottrace.console.web.internal.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/** What will be wanted, and when to order it. */
final class ForecastList {
    private static final int USUAL_LEAD_DAYS = 7;
    private static final BigDecimal USUAL_SERVICE = new BigDecimal("95");

    private ForecastList() {}

    static Listing<DemandForecast> of(Visit visit, SiteId site) {
        Formats formats = visit.formats();
        ReplenishmentTerms terms = terms(visit);
        return new Listing<>(
                "forecast",
                List.of(
                        Column.of("word.item", "item", DemandForecast::item),
                        Column.<DemandForecast>of("planning.method", "method", one -> one.method()
                                        .code())
                                .shown(one -> visit.texts()
                                        .of("forecast-method." + one.method().code(), formats.number((long)
                                                one.weeks()))),
                        Column.number(
                                "planning.interval",
                                "interval",
                                DemandForecast::interval,
                                one -> formats.number(one.interval())),
                        Column.number(
                                "planning.spread",
                                "spread",
                                DemandForecast::spread,
                                one -> formats.number(one.spread())),
                        quantity(formats, "planning.weekly-forecast", "weekly", DemandForecast::weekly),
                        quantity(formats, "planning.error", "error", DemandForecast::error),
                        quantity(formats, "planning.lead-time", "lead_time", DemandForecast::leadTime),
                        quantity(formats, "planning.safety-stock", "safety_stock", DemandForecast::safetyStock),
                        quantity(formats, "planning.reorder-point", "reorder_point", DemandForecast::reorderPoint),
                        Column.<DemandForecast>of("word.unit", "unit", one -> one.weekly()
                                        .map(amount -> amount.unit().code())
                                        .orElse(""))
                                .inFileOnly()),
                (skip, limit) -> visit.as(DemandForecasts.class).list(site, Filter.item(visit), terms, skip, limit));
    }

    private static Column<DemandForecast> quantity(
            Formats formats, String text, String name, Function<DemandForecast, Optional<Quantity>> value) {
        return Column.number(text, name, one -> value.apply(one).map(Quantity::amount), one -> value.apply(one)
                .map(ForecastList::forPeople)
                .map(formats::quantity)
                .orElse("–"));
    }

    /** A forecast is no more exact than one decimal says; the file has all of it. */
    static Quantity forPeople(Quantity forecast) {
        return new Quantity(forecast.amount().setScale(1, RoundingMode.HALF_UP), forecast.unit());
    }

    private static ReplenishmentTerms terms(Visit visit) {
        return new ReplenishmentTerms(
                visit.parameters().given("lead").flatMap(ForecastList::leadDays).orElse(USUAL_LEAD_DAYS),
                visit.parameters()
                        .given("service")
                        .flatMap(ForecastList::service)
                        .orElse(USUAL_SERVICE));
    }

    /** @return empty for what is no lead time */
    static Optional<Integer> leadDays(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(days -> ReplenishmentTerms.isAskable(days, USUAL_SERVICE));
    }

    /** @return empty for what is no service level */
    static Optional<BigDecimal> service(String text) {
        return Optional.of(text.replace(',', '.'))
                .filter(number -> number.matches("[0-9]{2}(\\.[0-9])?"))
                .map(BigDecimal::new)
                .filter(percent -> ReplenishmentTerms.isAskable(USUAL_LEAD_DAYS, percent));
    }
}
