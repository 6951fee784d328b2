package org.lottrace.console.web.internal.lot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.console.web.internal.desk.PastDays;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * One lot as it was at the end of a day: where it was, what it might be used for, what had happened to it.
 *
 * @param zone whose days they are
 * @param then empty when no day was asked for
 */
public record PastLotView(Lot lot, PastDays days, ZoneId zone, Optional<Then> then) {
    /**
     * What is known of that day.
     *
     * @param disposition empty when it had never been anything but sellable
     * @param steps what was recorded last first
     * @param older the address of the page with older steps
     */
    public record Then(
            Optional<LotDisposition> disposition,
            List<LotView.Use> uses,
            List<Whereabouts> where,
            List<CustodyStep> steps,
            Optional<String> older) {}

    /** @throws org.lottrace.api.id.InvalidIdentifierException if something that was entered cannot be read */
    static Answer of(Lot lot, Visit visit) {
        PastDays days = PastDays.of(visit.parameters());
        Optional<Then> then = days.day().map(day -> then(lot, day, days.asOf(visit.zone()), visit));
        Lot known = days.isAsked()
                ? visit.as(LotCorrections.class)
                        .find(lot.key(), days.asOf(visit.zone()))
                        .orElse(lot)
                : lot;
        return Answer.html("lot/past.jte", new PastLotView(known, days, visit.zone(), then));
    }

    private static Then then(Lot lot, LocalDate day, AsOf asOf, Visit visit) {
        LotKey key = lot.key();
        Genealogy genealogy = visit.as(Genealogy.class);
        LotUsability usability = visit.as(LotUsability.class);
        LotSteps steps = LotSteps.newest(
                key,
                asOf,
                visit.parameters()
                        .given("before")
                        .filter(position -> position.matches("[0-9]{1,18}"))
                        .map(Long::parseLong),
                genealogy);
        return new Then(
                visit.as(Holds.class).dispositionOf(key, asOf),
                Stream.of(Purpose.values())
                        .map(purpose ->
                                new LotView.Use(purpose, usability.isUsable(lot, purpose, Optional.empty(), day, asOf)))
                        .toList(),
                genealogy.whereabouts(List.of(key), asOf),
                steps.shown(),
                steps.next()
                        .map(before -> Address.to(
                                "lot/past",
                                Stream.concat(visit.parameters().except("before").stream(), Stream.of("before", before))
                                        .toArray())));
    }
}
