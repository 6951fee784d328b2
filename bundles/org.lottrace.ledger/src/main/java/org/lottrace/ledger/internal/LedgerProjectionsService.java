package org.lottrace.ledger.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the projections of all bundles that are there. */
@Component
public final class LedgerProjectionsService implements LedgerProjections {
    private static final String PROJECTION_UNKNOWN = "PROJECTION_UNKNOWN";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProjectionsService.class);

    private final UnitOfWork unitOfWork;

    @Reference(policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<LedgerProjection> projections;

    @Activate
    public LedgerProjectionsService(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<String> names() {
        return projections.stream().map(LedgerProjection::name).sorted().toList();
    }

    @Override
    public Outcome<List<String>> rebuild(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .<Outcome<List<String>>>map(projection -> new Outcome.Done<>(rebuilt(projection)))
                .orElseGet(
                        () -> new Outcome.Refused<>(
                                List.of(
                                        new Violation(
                                                PROJECTION_UNKNOWN,
                                                "name",
                                                "nothing of the name " + name
                                                        + " is derived from the ledger here; known are "
                                                        + names().stream().collect(Collectors.joining(", "))
                                                        + ": give one of them. What follows the ledger, such as cost, is a follower: rebuild that"))));
    }

    private List<String> rebuilt(LedgerProjection projection) {
        Differences differences = unitOfWork.required(() -> {
            // anew each time: when it begins again, as somebody else was first, what was told before does not count
            Differences told = new Differences();
            projection.rebuild(told);
            return told;
        });
        LOG.warn("derived again from the ledger projection={} differences={}", projection.name(), differences.count());
        differences
                .told()
                .forEach(text -> LOG.warn("derived again projection={} difference={}", projection.name(), text));
        return differences.told();
    }
}
