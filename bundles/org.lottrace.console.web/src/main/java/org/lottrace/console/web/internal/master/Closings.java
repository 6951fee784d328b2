package org.lottrace.console.web.internal.master;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.console.web.internal.page.Visit;

/** What is closed, for lists that show what is open and say that there is more. */
public final class Closings {
    private static final int AT_A_TIME = 2_000;

    private Closings() {}

    /** @return everything of that kind that is closed, with the step that closed it */
    public static Map<MasterReference, MasterStep> of(Visit visit, MasterKind kind) {
        Map<MasterReference, MasterStep> closed = new LinkedHashMap<>();
        Optional<Long> after = Optional.empty();
        List<MasterStep> page;
        do {
            page = visit.as(Masters.class).closed(Optional.of(kind), after, AT_A_TIME);
            page.forEach(step -> closed.put(step.master(), step));
            after = page.stream().map(MasterStep::number).reduce((first, last) -> last);
        } while (page.size() == AT_A_TIME);
        return closed;
    }
}
