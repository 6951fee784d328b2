package org.lottrace.console.web.internal.planning;

import java.util.List;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;

/** Which lots production should take. */
final class PlannedUseList {
    private PlannedUseList() {}

    static Listing<PlannedUse> of(Visit visit, SiteId site) {
        Formats formats = visit.formats();
        int days = RiskList.days(visit);
        return new Listing<>(
                "production",
                List.of(
                        Column.<PlannedUse>of("planning.due", "due", PlannedUse::due)
                                .shown(use -> formats.date(use.due())),
                        Column.<PlannedUse>of("planning.what", "what", use -> use.kind()
                                        .code())
                                .shown(use -> visit.texts()
                                        .lookup("planned-use." + use.kind().code())),
                        Column.of("word.item", "item", PlannedUse::item),
                        Column.<PlannedUse>of("word.lot", "lot", use -> use.lot()
                                        .map(Object::toString)
                                        .orElse(""))
                                .shown(use -> use.lot().map(MeasureLists::lot).orElse("–"))
                                .to(use -> use.lot().flatMap(MeasureLists::link)),
                        Column.<PlannedUse>of("planning.expiry", "expiry", use -> use.expiry()
                                        .map(Object::toString)
                                        .orElse(""))
                                .shown(use -> use.expiry().map(formats::date).orElse("–")),
                        Column.<PlannedUse>of("planning.advice.order", "production_order", use -> use.productionOrder()
                                        .orElse(""))
                                .to(use -> use.productionOrder()
                                        .map(order -> Address.to("production-order", "number", order))),
                        Column.<PlannedUse>of("planning.planned", "planned", use -> use.planned()
                                        .map(Object::toString)
                                        .orElse(""))
                                .shown(use -> use.planned().map(formats::date).orElse("–")),
                        Column.number(
                                "word.quantity",
                                "quantity",
                                use -> use.quantity().amount(),
                                use -> formats.quantity(use.quantity())),
                        Column.<PlannedUse>of("word.unit", "unit", use -> use.quantity()
                                        .unit())
                                .inFileOnly()),
                (skip, limit) -> visit.as(PlannedUses.class).list(site, Filter.item(visit), days, skip, limit));
    }
}
