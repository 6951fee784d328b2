package org.lottrace.console.web.internal.lot;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;

/**
 * All about one lot.
 *
 * @param uses what it may be used for today, and what is against it
 * @param where where it is
 * @param drawing what is next to it; empty when nothing is
 * @param madeFrom what went into it, one step back
 * @param usedIn what was made of it, one step on
 * @param steps who had it, what was recorded last first
 * @param olderSteps the address of the page with those before
 * @param history what was recorded or corrected about it
 * @param attributes what is known of it besides its dates and numbers
 * @param cost what is left of it and its value, for those who may see it
 * @param actions what can be done with it, and why something cannot
 */
public record LotView(
        Lot lot,
        Item item,
        Optional<LotDisposition> disposition,
        List<Use> uses,
        List<Whereabouts> where,
        Optional<Content> drawing,
        List<TracedEdge> madeFrom,
        List<TracedEdge> usedIn,
        List<CustodyStep> steps,
        Optional<String> olderSteps,
        List<RecordedEvent> history,
        List<KeyDatum> attributes,
        Optional<Cost> cost,
        Actions actions) {

    /** One purpose, on the day that the page is of. */
    public record Use(Purpose purpose, Usability usability) {
        /** @return the reasons against any of them, each once */
        public static List<Violation> against(List<Use> uses) {
            return uses.stream()
                    .flatMap(use -> use.usability().reasons().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What it cost.
     *
     * @param left absent when nothing was ever booked for it
     * @param sources down to the receipts
     * @param problem why the books cannot say now
     */
    public record Cost(Optional<LotCost> left, List<CostSource> sources, Optional<String> problem) {}

    /** @return every hold that stands, the oldest first */
    public List<Hold> holds() {
        return disposition.map(LotDisposition::holds).orElse(List.of());
    }

    /** @return the address of the page about a lot */
    public static String link(org.lottrace.api.lot.LotKey lot) {
        return Address.to("lot", "key", lot);
    }
}
