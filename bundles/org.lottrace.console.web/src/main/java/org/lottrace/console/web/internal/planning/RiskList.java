package org.lottrace.console.web.internal.planning;

import java.util.List;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/** Lots that may not sell in time. */
final class RiskList {
    private static final int USUAL_DAYS = 60;

    private RiskList() {}

    static Listing<LotRisk> of(Visit visit, SiteId site) {
        Formats formats = visit.formats();
        int days = days(visit);
        return new Listing<>(
                "risk",
                List.of(
                        Column.<LotRisk>of("word.lot", "lot", risk -> risk.lot().lot())
                                .shown(risk -> MeasureLists.lot(risk.lot().lot()))
                                .to(risk -> MeasureLists.link(risk.lot().lot())),
                        Column.<LotRisk>of("planning.expiry", "expiry", risk -> risk.lot()
                                        .expiry())
                                .shown(risk -> formats.date(risk.lot().expiry())),
                        Column.number(
                                "planning.days-left",
                                "days_left",
                                risk -> risk.lot().daysLeft(),
                                risk -> formats.number((long) risk.lot().daysLeft())),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                risk -> risk.lot().quantity().amount(),
                                risk -> formats.quantity(risk.lot().quantity())),
                        Column.number("planning.chance", "chance", LotRisk::chance, risk -> risk.chance()
                                .map(formats::percent)
                                .orElse("–")),
                        Column.number(
                                "planning.left", "left", risk -> risk.left().map(Quantity::amount), risk -> risk.left()
                                        .map(ForecastList::forPeople)
                                        .map(formats::quantity)
                                        .orElse("–")),
                        Column.number("planning.left-value", "left_value", LotRisk::value, risk -> risk.value()
                                .map(formats::money)
                                .orElse("–")),
                        Column.number(
                                "planning.ahead",
                                "ahead",
                                risk -> risk.ahead().amount(),
                                risk -> formats.quantity(risk.ahead())),
                        Column.<LotRisk>number(
                                "planning.weekly",
                                "weekly_demand",
                                LotRisk::weekly,
                                risk -> formats.number(risk.weekly()) + " "
                                        + formats.unit(risk.lot().quantity().unit())),
                        Column.<LotRisk>of("planning.basis", "basis", risk -> risk.basis()
                                        .code())
                                .shown(risk -> visit.texts()
                                        .of("risk-basis." + risk.basis().code(), formats.number((long) risk.weeks()))),
                        Column.<LotRisk>of("word.unit", "unit", risk -> risk.lot()
                                        .quantity()
                                        .unit())
                                .inFileOnly()),
                (skip, limit) -> visit.as(ExpiryRisks.class).list(site, Filter.item(visit), days, skip, limit));
    }

    /** @return how many days ahead are asked for */
    static int days(Visit visit) {
        return visit.parameters()
                .given("days")
                .filter(Filter::isDaysAhead)
                .map(Integer::parseInt)
                .orElse(USUAL_DAYS);
    }
}
