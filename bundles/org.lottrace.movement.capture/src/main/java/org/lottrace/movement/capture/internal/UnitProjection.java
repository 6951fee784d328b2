package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.movement.store.UnitStay;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which logistic unit was in which, from the events that say so. */
@Component
public final class UnitProjection implements LedgerProjection {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LedgerStore events;
    private final UnitNestingStore units;

    @Activate
    public UnitProjection(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference UnitNestingStore units) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.events = events;
        this.units = units;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public void rebuild(Consumer<String> differences) {
        unitOfWork.run(() -> {
            ledger.lockHead();
            List<UnitStay> kept = units.all();
            units.clear();
            Map<NestedUnit, UnitStay> open = new HashMap<>();
            List<UnitStay> derived = new ArrayList<>();
            events.eachAfter(0, event -> take(event, open, derived));
            derived.addAll(open.values());
            tell("kept ", kept, derived, differences);
            tell("derived ", derived, kept, differences);
        });
    }

    private void take(RecordedEvent event, Map<NestedUnit, UnitStay> open, List<UnitStay> ended) {
        UnitNestings.each(
                event.event(),
                nested -> {
                    units.nest(nested, event.position());
                    open.put(nested, new UnitStay(nested, event.position(), Optional.empty()));
                },
                nested -> {
                    units.takeOut(nested, event.position());
                    Optional.ofNullable(open.remove(nested))
                            .ifPresent(stay ->
                                    ended.add(new UnitStay(nested, stay.from(), Optional.of(event.position()))));
                });
    }

    private static void tell(String what, List<UnitStay> these, List<UnitStay> others, Consumer<String> differences) {
        Set<UnitStay> known = Set.copyOf(others);
        these.stream().filter(stay -> !known.contains(stay)).forEach(stay -> differences.accept(what + stay));
    }
}
