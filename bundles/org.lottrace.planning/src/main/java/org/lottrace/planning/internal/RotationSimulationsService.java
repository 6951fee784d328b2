package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.PlanningStore.Arrived;
import org.lottrace.api.planning.store.PlanningStore.Wanted;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.planning.internal.IssueReplay.Arrival;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what was there, what came and what was wanted, and replays it. */
@Component(service = RotationSimulations.class)
public final class RotationSimulationsService implements RotationSimulations {
    private final UnitOfWork unitOfWork;
    private final TodayStore sites;
    private final PlanningStore planning;

    @Activate
    public RotationSimulationsService(
            @Reference UnitOfWork unitOfWork, @Reference TodayStore sites, @Reference PlanningStore planning) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.planning = planning;
    }

    @Override
    public RotationSimulation replay(SimulationQuestion question) {
        return unitOfWork.required(() -> {
            List<SiteHours> days = Days.of(sites, Optional.of(question.site()), question.from(), question.to());
            if (days.isEmpty()) {
                return nothing(question);
            }
            List<Arrived> there = all(planning.there(days.get(0), question.item(), MOST_READ + 1));
            List<Arrived> came = all(planning.arrived(days, question.item(), MOST_READ + 1));
            List<Wanted> wanted = planning.wanted(days, Optional.of(question.item()), MOST_READ);
            return Stream.concat(
                            Stream.concat(there.stream(), came.stream()).map(Arrived::quantity),
                            wanted.stream().map(Wanted::quantity))
                    .map(Quantity::unit)
                    .findFirst()
                    .map(unit -> SimulationRules.of(
                            question,
                            unit,
                            Stream.concat(there.stream(), came.stream())
                                    .map(RotationSimulationsService::arrival)
                                    .toList(),
                            byDay(wanted)))
                    .orElseGet(() -> nothing(question));
        });
    }

    private static RotationSimulation nothing(SimulationQuestion question) {
        return new RotationSimulation(question, Optional.empty(), Optional.empty(), List.of());
    }

    private static Arrival arrival(Arrived arrived) {
        return new Arrival(arrived.day(), arrived.expiry(), arrived.quantity().amount());
    }

    private static Map<LocalDate, BigDecimal> byDay(List<Wanted> wanted) {
        return wanted.stream()
                .collect(Collectors.toMap(Wanted::from, one -> one.quantity().amount(), BigDecimal::add));
    }

    private static List<Arrived> all(List<Arrived> rows) {
        if (rows.size() > MOST_READ) {
            throw new TooMuchException(MOST_READ, "arrivals of lots");
        }
        return rows;
    }
}
