package org.lottrace.console.web.internal.trace;

import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.trace.drawing.Folding;
import org.lottrace.trace.drawing.TraceDrawing;
import org.lottrace.trace.drawing.TraceFacts;
import org.lottrace.trace.drawing.TraceGraph;

/**
 * A trace with what is known of its lots and parties: six questions, however large it is. Dispositions and dates are those of today, also
 * in a trace of the past.
 *
 * @param hidden how many lots the share hides
 */
record TraceAnswer(Trace trace, int hidden, TraceFacts facts, TraceGraph graph) {
    static TraceAnswer of(List<LotKey> lots, TraceForm form, Visit visit) {
        TraceRequest asked = TraceRequest.of(form.direction(), lots).asOf(form.asOf(visit.zone()));
        boolean suspect = form.suspect() && form.direction() != Direction.BACKWARD;
        Trace whole = visit.as(Genealogy.class).trace(suspect ? asked.withSuspectQuantities() : asked);
        Trace shown = form.share()
                .filter(share -> suspect)
                .map(share -> new SuspectShare(share, whole).of(whole))
                .orElse(whole);
        TraceFacts facts = facts(shown, visit);
        return new TraceAnswer(
                shown,
                whole.lots().size() - shown.lots().size(),
                facts,
                TraceGraph.of(shown, facts, Folding.STANDARD.opening(form.opened())));
    }

    TraceDrawing drawing(Visit visit) {
        return TraceDrawing.of(graph, visit.preferences().locale());
    }

    /** What the caller may not see stays unknown. */
    static TraceFacts facts(Trace trace, Visit visit) {
        List<Item> items = visit.may("item.list") ? visit.as(ItemCatalog.class).all() : List.of();
        List<Party> parties =
                visit.may("party.list") ? visit.as(PartnerDirectory.class).all() : List.of();
        List<Lot> lots = visit.may("lot.find-all") ? visit.as(LotMaster.class).findAll(trace.lotKeys()) : List.of();
        List<LotDisposition> notSellable = visit.may("lot.list-not-sellable")
                ? visit.as(Holds.class).notSellable(trace.request().asOf())
                : List.of();
        return TraceFacts.of(items, parties, lots, notSellable, LocalDate.ofInstant(visit.now(), visit.zone()));
    }
}
