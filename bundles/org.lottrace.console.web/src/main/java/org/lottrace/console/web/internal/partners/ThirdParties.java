package org.lottrace.console.web.internal.partners;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Third-party warehouses: what was sent, ordered and booked held against what they say, and what was agreed about each. */
public final class ThirdParties {
    private static final int AT_A_TIME = 25;
    private static final String PATH = "partners/third-party";
    private static final String PAGE = "partners/third-party.jte";
    private static final List<String> NAMES =
            List.of("site", "partner", "location", "damaged", "tolerancePercent", "answerHours");

    private ThirdParties() {}

    /**
     * @param warehouses by site
     * @param kinds what can be compared
     * @param chosen which one is shown; absent while there is none
     * @param fields the form about what was agreed
     * @param next address of the next page, absent on the last one
     */
    public record View(
            List<ThirdPartyWarehouse> warehouses,
            List<StockDocumentKind> kinds,
            Optional<ThirdPartyWarehouse> chosen,
            StockDocumentKind kind,
            List<StockComparison> comparisons,
            Fields fields,
            Optional<String> next) {
        /** @return whether an advice may be booked here that came before its order */
        public boolean mayPost() {
            return kind == StockDocumentKind.SHIPPING_ORDER && chosen.isPresent();
        }

        /** @return whether there are orders that may be taken back */
        public boolean mayCancel() {
            return kind == StockDocumentKind.SHIPPING_ORDER && !comparisons.isEmpty();
        }
    }

    static Answer show(Visit visit) {
        return Answer.html(PAGE, view(visit, Optional.empty()));
    }

    static Answer change(Visit visit) {
        if (visit.parameters().given("advice").isPresent()) {
            return post(visit);
        }
        return visit.parameters().given("warehouse").isPresent() ? cancel(visit) : save(visit);
    }

    /** Books an advice that came before its sales order. */
    private static Answer post(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), List.of("warehouse", "advice"));
        fields.needed("warehouse", SiteId::new)
                .ifPresent(site -> fields.refused(visit.as(ThirdPartyWarehouses.class)
                        .post(visit.caller(), site, StockDocumentKind.SHIPPING_ADVICE, fields.text("advice"))
                        .violations()));
        return fields.areRight()
                ? new Answer.SeeOther(Address.to(
                        PATH, "warehouse", fields.text("warehouse"), "kind", StockDocumentKind.SHIPPING_ORDER.code()))
                : Answer.refused(PAGE, view(visit, Optional.of(fields)));
    }

    private static Answer cancel(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), List.of("warehouse", "number", "reason"));
        fields.needed("warehouse", SiteId::new)
                .ifPresent(site -> fields.refused(visit.as(ThirdPartyWarehouses.class)
                        .cancel(visit.caller(), site, fields.text("number"), fields.text("reason"))
                        .violations()));
        return fields.areRight()
                ? new Answer.SeeOther(Address.to(
                        PATH, "warehouse", fields.text("warehouse"), "kind", StockDocumentKind.SHIPPING_ORDER.code()))
                : Answer.refused(PAGE, view(visit, Optional.of(fields)));
    }

    private static Answer save(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<SiteId> site = fields.needed("site", SiteId::new);
        Optional<PartyId> partner = fields.needed("partner", PartyId::new);
        Optional<LocationId> location = fields.needed("location", LocationId::new);
        Optional<LocationId> damaged = fields.needed("damaged", LocationId::new);
        Optional<Integer> tolerance = fields.needed("tolerancePercent", Integer::valueOf);
        Optional<Integer> hours = fields.needed("answerHours", Integer::valueOf);
        if (fields.areRight()) {
            fields.refused(visit.as(ThirdPartyWarehouses.class)
                    .save(new ThirdPartyWarehouse(
                            site.orElseThrow(),
                            partner.orElseThrow(),
                            location.orElseThrow(),
                            damaged.orElseThrow(),
                            tolerance.orElseThrow(),
                            hours.orElseThrow())));
        }
        return fields.areRight()
                ? new Answer.SeeOther(Address.to(PATH, "warehouse", site.orElseThrow()))
                : Answer.refused(PAGE, view(visit, Optional.of(fields)));
    }

    private static View view(Visit visit, Optional<Fields> entered) {
        ThirdPartyWarehouses service = visit.as(ThirdPartyWarehouses.class);
        List<ThirdPartyWarehouse> all = service.warehouses();
        List<StockDocumentKind> kinds = List.of(
                StockDocumentKind.TRANSFER_SHIPMENT, StockDocumentKind.SHIPPING_ORDER, StockDocumentKind.INVENTORY);
        String wanted = visit.parameters().text("warehouse");
        Optional<ThirdPartyWarehouse> chosen = all.stream()
                .filter(warehouse -> warehouse.site().value().equals(wanted))
                .findFirst()
                .or(() -> all.stream().findFirst());
        StockDocumentKind kind = kinds.stream()
                .filter(one -> one.code().equals(visit.parameters().text("kind")))
                .findFirst()
                .orElse(kinds.get(0));
        Optional<Long> before = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        List<StockComparison> found = chosen.map(
                        warehouse -> service.reconcile(warehouse.site(), kind, before, AT_A_TIME + 1))
                .orElse(List.of());
        List<StockComparison> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        PATH,
                        "warehouse",
                        chosen.orElseThrow().site(),
                        "kind",
                        kind.code(),
                        "after",
                        shown.get(AT_A_TIME - 1).document().position()))
                : Optional.empty();
        return new View(all, kinds, chosen, kind, shown, entered.orElseGet(() -> fields(visit, chosen)), next);
    }

    private static Fields fields(Visit visit, Optional<ThirdPartyWarehouse> chosen) {
        return Fields.empty(visit.texts())
                .with("site", chosen.map(ThirdPartyWarehouse::site))
                .with("partner", chosen.map(ThirdPartyWarehouse::partner))
                .with("location", chosen.map(ThirdPartyWarehouse::location))
                .with("damaged", chosen.map(ThirdPartyWarehouse::damaged))
                .with("tolerancePercent", chosen.map(ThirdPartyWarehouse::tolerancePercent))
                .with("answerHours", chosen.map(ThirdPartyWarehouse::answerHours));
    }
}
