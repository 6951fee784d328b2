package org.lottrace.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.PlanningStore.Needed;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads needs, lots, holds and items once each, however many there are. */
@Component(service = PlannedUses.class)
public final class PlannedUsesService implements PlannedUses {
    private final UnitOfWork unitOfWork;
    private final TodayStore sites;
    private final PlanningStore planning;
    private final DispositionStore dispositions;
    private final ItemStore items;
    private final Clock clock;

    @Activate
    public PlannedUsesService(
            @Reference UnitOfWork unitOfWork,
            @Reference TodayStore sites,
            @Reference PlanningStore planning,
            @Reference DispositionStore dispositions,
            @Reference ItemStore items,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.planning = planning;
        this.dispositions = dispositions;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<PlannedUse> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit) {
        if (days < 0 || days > RotationMeasures.MOST_DAYS_AHEAD) {
            throw new WrongQuestionException(
                    "ask for 0 to " + RotationMeasures.MOST_DAYS_AHEAD + " days ahead, not for " + days);
        }
        if (skip < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " rows and begins at 0 or later, not "
                    + limit + " rows from " + skip);
        }
        return unitOfWork.required(() -> Days.today(sites, Optional.of(site), clock.instant()).stream()
                .flatMap(today -> uses(today, item, today.date().plusDays(days)))
                .sorted(PlannedUseRules.BY_DAY)
                .skip(skip)
                .limit(limit)
                .toList());
    }

    private Stream<PlannedUse> uses(SiteDay today, Optional<ItemNumber> item, LocalDate until) {
        Map<ItemNumber, List<Needed>> needs = all(
                        "components of open orders",
                        planning.needed(today.site(), item, until, ExpiryRisks.MOST_READ + 1))
                .stream()
                .collect(Collectors.groupingBy(Needed::item));
        List<ExpiringLot> lots = all(
                "lots on stock",
                planning.expiring(
                        List.of(today),
                        item,
                        today.date(),
                        today.date().plusDays(RotationMeasures.MOST_DAYS_AHEAD),
                        ExpiryRisks.MOST_READ + 1));
        Map<ItemNumber, List<ExpiringLot>> byItem =
                lots.stream().collect(Collectors.groupingBy(lot -> lot.lot().item()));
        Set<ItemNumber> numbers = new HashSet<>(needs.keySet());
        numbers.addAll(byItem.keySet());
        Map<ItemNumber, Item> known =
                items.withNumbers(numbers).stream().collect(Collectors.toMap(Item::number, Function.identity()));
        Set<LotKey> held = held(lots);
        return numbers.stream()
                .flatMap(number -> ofItem(
                        today,
                        known.get(number),
                        needs.getOrDefault(number, List.of()),
                        byItem.getOrDefault(number, List.of()),
                        held))
                .filter(use -> isWorthTelling(use, known.get(use.item()), byItem.containsKey(use.item()), until));
    }

    private static Stream<PlannedUse> ofItem(
            SiteDay today, Item item, List<Needed> needs, List<ExpiringLot> lots, Set<LotKey> held) {
        return Stream.concat(
                PlannedUseRules.of(
                        today.site(),
                        item.number(),
                        today.date(),
                        needs,
                        lots.stream().filter(lot -> !held.contains(lot.lot())).toList())
                        .stream(),
                lots.stream().filter(lot -> held.contains(lot.lot())).map(PlannedUseRules::held));
    }

    private static boolean isWorthTelling(PlannedUse use, Item item, boolean isStocked, LocalDate until) {
        return switch (use.kind()) {
            case USE, MAKE_EARLIER -> true;
            case MISSING -> isStocked || item.shelfLifeDays().isPresent();
            case NOT_NEEDED, HELD ->
                item.type() != ItemType.FINISHED_GOOD
                        && use.expiry().filter(until::isBefore).isEmpty();
        };
    }

    private Set<LotKey> held(List<ExpiringLot> lots) {
        return lots.isEmpty()
                ? Set.of()
                : dispositions.of(lots.stream().map(ExpiringLot::lot).toList()).stream()
                        .filter(state -> state.disposition() != Disposition.SELLABLE)
                        .map(LotDisposition::lot)
                        .collect(Collectors.toSet());
    }

    private static <T> List<T> all(String what, List<T> rows) {
        if (rows.size() > ExpiryRisks.MOST_READ) {
            throw new TooMuchException(ExpiryRisks.MOST_READ, what);
        }
        return rows;
    }
}
