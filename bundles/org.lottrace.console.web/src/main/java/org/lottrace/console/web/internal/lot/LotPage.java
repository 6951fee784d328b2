package org.lottrace.console.web.internal.lot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.trace.LotDrawing;

/** All about one lot. What names more than one leads to the choice between them. */
public final class LotPage implements Page {
    private static final List<String> PAST = List.of("past");

    /** @param lots those that the text fits */
    public record Choice(String searched, List<Lot> lots) {}

    @Override
    public String path() {
        return "lot";
    }

    @Override
    public String needs() {
        return "lot.find";
    }

    @Override
    public Answer show(Visit visit) {
        List<String> rest = visit.address().rest();
        boolean isPast = rest.equals(PAST);
        if (!rest.isEmpty() && !isPast) {
            return rest.size() == 1 ? LotLabel.of(rest.get(0), visit) : Answer.NOT_FOUND;
        }
        String searched = visit.parameters().text("key");
        List<Lot> lots = visit.as(LotMaster.class).find(LotReference.parse(searched));
        if (lots.isEmpty()) {
            return new Answer.Failure(404, "lot.unknown", searched);
        }
        if (isPast && lots.size() == 1) {
            return PastLotView.of(lots.get(0), visit);
        }
        return lots.size() == 1
                ? Answer.html("lot/lot.jte", about(lots.get(0), visit))
                : Answer.html("lot/choice.jte", new Choice(searched, lots));
    }

    /** Asks for the certificate of a lot. */
    @Override
    public Answer change(Visit visit) {
        if (!visit.may("certificate.certify")) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        String key = visit.parameters().text("key");
        List<Lot> lots = visit.as(LotMaster.class).find(LotReference.parse(key));
        return lots.size() == 1 ? CertificateView.of(lots.get(0), visit) : new Answer.Failure(404, "lot.unknown", key);
    }

    private static LotView about(Lot lot, Visit visit) {
        LotKey key = lot.key();
        Item item = visit.as(ItemCatalog.class).find(key.item()).orElseThrow();
        Genealogy genealogy = visit.as(Genealogy.class);
        LotSteps steps = LotSteps.newest(key, AsOf.LATEST, Optional.empty(), genealogy);
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.zone());
        LotUsability usability = visit.as(LotUsability.class);
        Trace near = genealogy.trace(TraceRequest.of(Direction.BOTH, key).stopping(TraceStops.NONE.afterLevels(1)));
        List<TracedEdge> next = near.edges();
        Optional<LotDisposition> disposition = visit.as(Holds.class).dispositionOf(key, AsOf.LATEST);
        List<LotView.Use> uses = Stream.of(Purpose.values())
                .map(purpose -> new LotView.Use(
                        purpose, usability.isUsable(lot, purpose, Optional.empty(), today, AsOf.LATEST)))
                .toList();
        List<Whereabouts> where = genealogy.whereabouts(List.of(key), AsOf.LATEST);
        List<KeyDatum> attributes = visit.as(LotCorrections.class)
                .attributes(List.of(key), AsOf.LATEST)
                .getOrDefault(key, List.of());
        return new LotView(
                lot,
                item,
                disposition,
                uses,
                where,
                LotDrawing.of(key, near, visit),
                next.stream().filter(edge -> edge.edge().output().equals(key)).toList(),
                next.stream().filter(edge -> edge.edge().input().equals(key)).toList(),
                steps.shown(),
                steps.next().map(before -> Address.to("lot/past", "key", key, "at", today, "before", before)),
                visit.as(LotCorrections.class).history(key),
                attributes,
                visit.may("cost.of-lot") ? Optional.of(cost(key, visit.as(LotCosting.class))) : Optional.empty(),
                LotActions.of(lot, item, disposition, uses, where, attributes, visit));
    }

    private static LotView.Cost cost(LotKey lot, LotCosting costing) {
        try {
            return new LotView.Cost(costing.costOf(lot), costing.sourcesOf(lot), Optional.empty());
        } catch (CostingBehindException | CostingStoppedException notNow) {
            return new LotView.Cost(Optional.empty(), List.of(), Optional.of(notNow.getMessage()));
        }
    }
}
