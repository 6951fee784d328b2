package org.lottrace.console.web.internal.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.Site;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Action;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/** What can be done with a lot now, and why something cannot: as the services say that judge it, of what the page has read anyway. */
final class LotActions {
    private final Lot lot;
    private final Visit visit;
    private final List<Action> all = new ArrayList<>();

    private LotActions(Lot lot, Visit visit) {
        this.lot = lot;
        this.visit = visit;
    }

    /**
     * @param uses what it may be used for, and what is against it
     * @param where where it is
     * @param attributes what is known of it
     */
    static Actions of(
            Lot lot,
            Item item,
            Optional<LotDisposition> disposition,
            List<LotView.Use> uses,
            List<Whereabouts> where,
            List<KeyDatum> attributes,
            Visit visit) {
        LotActions actions = new LotActions(lot, visit);
        boolean isInStock = where.stream().anyMatch(at -> at.state() == Whereabouts.State.IN_STOCK);
        String noStock = isInStock ? "" : visit.texts().lookup("action.no-stock");
        actions.task("hold", "lot.hold", "");
        actions.task("release", "lot.release", actions.againstRelease(disposition));
        actions.task("move", "movement.transfer", noStock);
        actions.task("pick", "movement.transfer", isInStock ? actions.against(Purpose.PICKING, uses) : noStock);
        actions.task("consume", "movement.consume", isInStock ? actions.against(Purpose.PRODUCTION, uses) : noStock);
        List<SiteId> sites = actions.sites(where);
        actions.task(
                "split",
                "movement.transform",
                isInStock ? actions.againstRight(sites, List.of(LotAction.SPLIT)) : noStock);
        actions.task("sample", "movement.sample", noStock);
        actions.task("count", "movement.count", "");
        actions.task("dispose", "movement.dispose", noStock);
        actions.begin(item, attributes);
        actions.add(
                "label.make",
                "lot.label",
                Address.to("lot/label.pdf", "key", lot.key()),
                item.gtin().isPresent() ? "" : visit.texts().of("action.no-gtin", item.number()));
        actions.add(
                "lot.correct",
                "work.correct",
                Address.to("work/correct", "lotKey", lot.key()),
                actions.againstRight(sites, List.of(LotAction.REDATE, LotAction.NUMBER)));
        actions.add("recall-case.open", "lot.recall", Address.to("recall/open", "lot", lot.key()), "");
        return Actions.of(visit, actions.all);
    }

    private void task(String task, String operation, String against) {
        add(operation, "work." + task, Address.to("work/" + task, "lot0", lot.key()), against);
    }

    private void add(String operation, String label, String address, String against) {
        all.add(new Action(operation, visit.texts().lookup(label), address, against));
    }

    /** @return where something may be done with it: where it lies, or was made, or anywhere */
    private List<SiteId> sites(List<Whereabouts> where) {
        List<SiteId> lies = where.stream()
                .map(at -> at.position().place())
                .filter(place -> place.kind() == PlaceKind.LOCATION)
                .map(Place::site)
                .distinct()
                .toList();
        return lies.isEmpty()
                ? lot.madeAt()
                        .map(List::of)
                        .orElseGet(() -> visit.sites().stream().map(Site::id).toList())
                : lies;
    }

    /** @return why none of these may be done by this reader at any of the sites; empty when one may at one of them */
    private String againstRight(List<SiteId> sites, List<LotAction> actions) {
        LotRights rights = visit.as(LotRights.class);
        List<Violation> reasons = new ArrayList<>();
        for (SiteId site : sites) {
            for (LotAction action : actions) {
                List<Violation> missing = rights.judge(action, lot.key().item(), site);
                if (missing.isEmpty()) {
                    return "";
                }
                reasons.addAll(missing);
            }
        }
        return reasons.stream()
                .map(reason -> visit.meaning(reason).orElse(reason.message()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String againstRelease(Optional<LotDisposition> disposition) {
        if (disposition.filter(known -> !known.holds().isEmpty()).isPresent()) {
            return "";
        }
        boolean isRecalled = disposition
                .filter(known -> known.disposition() == Disposition.RECALLED)
                .isPresent();
        return visit.texts().lookup(isRecalled ? "action.recalled" : "action.not-held");
    }

    private String against(Purpose purpose, List<LotView.Use> uses) {
        return uses.stream()
                .filter(use -> use.purpose() == purpose)
                .flatMap(use -> use.usability().reasons().stream())
                .map(reason -> visit.meaning(reason).orElse(reason.message()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Of goods whose shelf life begins when they are opened or thawed. */
    private void begin(Item item, List<KeyDatum> attributes) {
        boolean hasBegun = KeyDatum.find(attributes, KeyDataElement.OPENING_DATE)
                        .isPresent()
                || KeyDatum.find(attributes, KeyDataElement.THAWING_DATE).isPresent();
        String against = hasBegun ? visit.texts().lookup("action.begun") : "";
        String task =
                switch (item.profile().start()) {
                    case OPENING -> "unseal";
                    case THAWING -> "thaw";
                    default -> "";
                };
        if (!task.isEmpty()) {
            add("lot.begin-shelf-life", "work." + task, Address.to("work/" + task, "lot", lot.key()), against);
        }
    }
}
