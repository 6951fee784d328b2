package org.lottrace.ledger.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows the projections of all bundles that are there. */
@Component
public final class LedgerProjectionsService implements LedgerProjections {
    private static final String PROJECTION_UNKNOWN = "PROJECTION_UNKNOWN";

    @Reference(policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<LedgerProjection> projections;

    @Override
    public List<String> names() {
        return projections.stream().map(LedgerProjection::name).sorted().toList();
    }

    @Override
    public Outcome<List<String>> rebuild(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .<Outcome<List<String>>>map(projection -> new Outcome.Done<>(projection.rebuild()))
                .orElseGet(() -> new Outcome.Refused<>(List.of(new Violation(
                        PROJECTION_UNKNOWN,
                        "name",
                        "nothing of the name " + name + " is derived from the ledger here; known are "
                                + names().stream().collect(Collectors.joining(", "))))));
    }
}
