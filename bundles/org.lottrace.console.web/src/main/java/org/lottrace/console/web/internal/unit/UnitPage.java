package org.lottrace.console.web.internal.unit;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One logistic unit: in what it is, what is in it, and what happened to it. */
public final class UnitPage implements Page {
    private static final int AT_A_TIME = 50;

    /**
     * @param unit the unit; absent until one is asked for
     * @param unknown why there is none, for people; empty when there is
     * @param history what happened to it, the newest first, a page at a time
     */
    public record View(
            String asked,
            Optional<LogisticUnit> unit,
            String unknown,
            List<RecordedEvent> history,
            Optional<String> next) {}

    @Override
    public String path() {
        return "unit";
    }

    @Override
    public String needs() {
        return "unit.find";
    }

    @Override
    public Answer show(Visit visit) {
        String asked = visit.parameters().text("sscc").trim();
        if (asked.isEmpty()) {
            return Answer.html("unit/unit.jte", none(asked, ""));
        }
        try {
            Sscc sscc = new Sscc(asked.replaceFirst("^\\(?00\\)?(?=[0-9]{18}$)", ""));
            return visit.as(LogisticUnits.class)
                    .find(sscc)
                    .map(unit -> Answer.html("unit/unit.jte", view(asked, unit, visit)))
                    .orElseGet(() -> new Answer.Html(
                            404, "unit/unit.jte", none(asked, visit.texts().of("unit.unknown", sscc.value()))));
        } catch (InvalidIdentifierException invalid) {
            return Answer.refused(
                    "unit/unit.jte", none(asked, visit.texts().of("unit.unreadable", asked, invalid.getMessage())));
        }
    }

    private static View view(String asked, LogisticUnit unit, Visit visit) {
        Optional<Long> before = visit.parameters()
                .given("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        List<RecordedEvent> events = visit.as(LogisticUnits.class).history(unit.unit(), before, AT_A_TIME + 1);
        List<RecordedEvent> shown = events.subList(0, Math.min(AT_A_TIME, events.size()));
        Optional<String> next = events.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "unit",
                        "sscc",
                        unit.unit(),
                        "before",
                        shown.get(AT_A_TIME - 1).position()))
                : Optional.empty();
        return new View(asked, Optional.of(unit), "", shown, next);
    }

    private static View none(String asked, String why) {
        return new View(asked, Optional.empty(), why, List.of(), Optional.empty());
    }
}
