package org.lottrace.console.web.internal.planning;

import java.util.List;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/** What can be done with lots that may not sell in time. */
final class AdviceList {
    private AdviceList() {}

    static Listing<ExpiryAdvice> of(Visit visit, SiteId site) {
        Formats formats = visit.formats();
        int days = RiskList.days(visit);
        return new Listing<>(
                "advice",
                List.of(
                        Column.<ExpiryAdvice>of("word.lot", "lot", advice -> advice.risk()
                                        .lot()
                                        .lot())
                                .shown(advice ->
                                        MeasureLists.lot(advice.risk().lot().lot()))
                                .to(advice ->
                                        MeasureLists.link(advice.risk().lot().lot())),
                        Column.<ExpiryAdvice>of("planning.expiry", "expiry", advice -> advice.risk()
                                        .lot()
                                        .expiry())
                                .shown(advice ->
                                        formats.date(advice.risk().lot().expiry())),
                        Column.<ExpiryAdvice>of("planning.advice", "advice", advice -> advice.kind()
                                        .code())
                                .shown(advice -> visit.texts()
                                        .lookup("advice-kind." + advice.kind().code())),
                        Column.of("planning.advice.to", "to", advice -> advice.to()
                                .map(SiteId::value)
                                .orElse("")),
                        Column.<ExpiryAdvice>of(
                                        "planning.advice.order", "production_order", advice -> advice.productionOrder()
                                                .orElse(""))
                                .to(advice -> advice.productionOrder()
                                        .map(order -> Address.to("production-order", "number", order))),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                advice -> advice.quantity().amount(),
                                advice -> formats.quantity(ForecastList.forPeople(advice.quantity()))),
                        Column.<ExpiryAdvice>of("word.unit", "unit", advice -> advice.quantity()
                                        .unit())
                                .inFileOnly(),
                        Column.number("planning.advice.money", "money", ExpiryAdvice::money, advice -> advice.money()
                                .map(formats::money)
                                .orElse("–"))),
                (skip, limit) -> visit.as(ExpiryAdvices.class).list(site, Filter.item(visit), days, skip, limit));
    }
}
