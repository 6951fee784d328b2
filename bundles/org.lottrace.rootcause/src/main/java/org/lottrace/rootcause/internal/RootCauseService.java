package org.lottrace.rootcause.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.api.rootcause.RootCauseReport;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the histories of both groups of lots and leaves the comparison to {@link Ranking}. */
@Component(service = RootCause.class)
public final class RootCauseService implements RootCause {
    private final UnitOfWork unitOfWork;
    private final LedgerStore events;
    private final LotStore lots;
    private final SiteStore sites;
    private final LotNumbering numbering;

    @Activate
    public RootCauseService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore events,
            @Reference LotStore lots,
            @Reference SiteStore sites,
            @Reference LotNumbering numbering) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.lots = lots;
        this.sites = sites;
        this.numbering = numbering;
    }

    @Override
    public RootCauseReport explain(RootCauseQuestion question, AsOf asOf) {
        return unitOfWork.required(() -> {
            long head = Math.min(events.head().position(), events.upTo(asOf));
            Histories histories = new Histories(events, lots, sites, numbering, head, asOf);
            histories.readWithIngredients(question.complaints());
            List<LotKey> good = question.good().isEmpty() ? background(question, histories) : question.good();
            histories.readWithIngredients(good);
            List<Suspicion> suspicions = new Ranking(question.complaints(), good, histories).suspicions();
            return new RootCauseReport(
                    question.complaints(), good, suspicions, limits(good, suspicions, histories), head);
        });
    }

    /** All other lots of the same items that came or were made in the same time. */
    private List<LotKey> background(RootCauseQuestion question, Histories histories) {
        List<LocalDate> days = question.complaints().stream()
                .flatMap(lot -> histories.of(lot).origin().stream())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.get(0).minusDays(question.marginDays());
        LocalDate last = days.get(days.size() - 1).plusDays(question.marginDays());
        Set<LotKey> others = new TreeSet<>();
        question.complaints().stream()
                .map(LotKey::item)
                .distinct()
                .flatMap(item -> madeOrMoved(item, first, last))
                .filter(lot -> !question.complaints().contains(lot))
                .forEach(others::add);
        histories.readWithIngredients(others);
        return others.stream()
                .filter(lot -> histories
                        .of(lot)
                        .origin()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .isPresent())
                .toList();
    }

    /** All that may have come or been made in that time. An event is at most a day off by its offset. */
    private Stream<LotKey> madeOrMoved(ItemNumber item, LocalDate first, LocalDate last) {
        Instant from = first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.concat(
                lots.made(item, Optional.empty(), Optional.of(first), Optional.of(last)).stream(),
                lots.undatedMoved(item, from, to).stream());
    }

    private static List<String> limits(Collection<LotKey> good, List<Suspicion> suspicions, Histories histories) {
        List<String> limits = new ArrayList<>();
        if (good.isEmpty()) {
            limits.add("there is no lot without a complaint to compare with: name good lots, or widen the time");
        } else if (suspicions.stream().allMatch(s -> s.correctedChance().compareTo(Ranking.TELLING) > 0)) {
            limits.add("nothing stands out: no corrected chance is " + Ranking.TELLING + " or less");
        }
        if (histories.withoutLineOrShift() > 0) {
            limits.add(
                    "line and shift are known when they were recorded with the production or stand in the lot number; "
                            + histories.withoutLineOrShift() + " of " + histories.madeHere()
                            + " lots made here have neither");
        }
        limits.add(
                "temperatures, recipes, machines and people of a shift are not recorded here; they were not looked at");
        return limits;
    }
}
