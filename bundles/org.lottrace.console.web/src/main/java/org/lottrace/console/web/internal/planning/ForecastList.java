package org.lottrace.console.web.internal.planning;

import java.math.BigDecimal;
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

/** What will be wanted, and when to order it; a lead time or a service level that cannot be is taken for the usual one. */
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
                        Column.of("word.unit", "unit", one -> one.weekly()
                                .map(amount -> amount.unit().code())
                                .orElse(""))),
                (skip, limit) -> visit.as(DemandForecasts.class).list(site, Filter.item(visit), terms, skip, limit));
    }

    private static Column<DemandForecast> quantity(
            Formats formats, String text, String name, Function<DemandForecast, Optional<Quantity>> value) {
        return Column.number(text, name, one -> value.apply(one).map(Quantity::amount), one -> value.apply(one)
                .map(formats::quantity)
                .orElse("–"));
    }

    private static ReplenishmentTerms terms(Visit visit) {
        int leadDays = visit.parameters()
                .given("lead")
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(USUAL_LEAD_DAYS);
        BigDecimal service = visit.parameters()
                .given("service")
                .map(text -> text.replace(',', '.'))
                .filter(text -> text.matches("[0-9]{2}(\\.[0-9])?"))
                .map(BigDecimal::new)
                .orElse(USUAL_SERVICE);
        return ReplenishmentTerms.isAskable(leadDays, service)
                ? new ReplenishmentTerms(leadDays, service)
                : new ReplenishmentTerms(USUAL_LEAD_DAYS, USUAL_SERVICE);
    }
}
