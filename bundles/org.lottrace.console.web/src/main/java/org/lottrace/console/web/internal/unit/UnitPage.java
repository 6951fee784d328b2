package org.lottrace.console.web.internal.unit;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.PastDays;
import org.lottrace.console.web.internal.page.Action;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One logistic unit: in what it is, what is in it, and what happened to it; its chain of custody is a page of its own. */
public final class UnitPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final List<String> CUSTODY = List.of("custody");

    /**
     * @param unit the unit; absent until one is asked for
     * @param unknown why there is none, for people; empty when there is
     * @param given numbers for new units, just given
     * @param refused why none were given
     * @param history what happened to it, the newest first, a page at a time
     */
    public record View(
            String asked,
            Optional<LogisticUnit> unit,
            String unknown,
            List<Sscc> given,
            List<Violation> refused,
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
        boolean isCustody = visit.address().rest().equals(CUSTODY);
        if (!visit.address().rest().isEmpty() && !isCustody) {
            return Answer.NOT_FOUND;
        }
        String asked = visit.parameters().text("sscc").trim();
        if (asked.isEmpty()) {
            return Answer.html("unit/unit.jte", none(asked, ""));
        }
        Sscc sscc;
        try {
            sscc = new Sscc(asked.replaceFirst("^\\(?00\\)?(?=[0-9]{18}$)", ""));
        } catch (InvalidIdentifierException invalid) {
            return Answer.refused(
                    "unit/unit.jte", none(asked, visit.texts().of("unit.unreadable", asked, invalid.getMessage())));
        }
        return isCustody ? CustodyView.of(sscc, visit) : of(sscc, asked, visit);
    }

    private static Answer of(Sscc sscc, String asked, Visit visit) {
        PastDays days = PastDays.of(visit.parameters());
        return visit.as(LogisticUnits.class)
                .find(sscc, days.asOf(visit.zone()))
                .map(unit -> Answer.html("unit/unit.jte", view(asked, unit, visit)))
                .orElseGet(() -> new Answer.Html(
                        404, "unit/unit.jte", none(asked, visit.texts().of("unit.unknown", sscc.value()))));
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
        return new View(asked, Optional.of(unit), "", List.of(), List.of(), shown, next);
    }

    /** @return what can be done with a unit, and why something cannot */
    public static Actions actions(LogisticUnit unit, Visit visit) {
        String left = unit.place()
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> visit.texts().of("unit.left", place.code()))
                .orElse("");
        String gone = unit.place().isEmpty() ? visit.texts().lookup("unit.empty") : left;
        String single = unit.in().isEmpty() ? visit.texts().lookup("action.unit-single") : left;
        return Actions.of(
                visit,
                List.of(
                        action("unit.move", "move-units", "nested", gone, unit, visit),
                        action("unit.nest", "nest", "nested", left, unit, visit),
                        action("unit.take-out", "take-out", "nested", single, unit, visit),
                        action("unit.unpack", "unpack", "unpacked", gone, unit, visit),
                        action("unit.ship", "ship-units", "nested", gone, unit, visit)));
    }

    private static Action action(
            String operation, String task, String field, String against, LogisticUnit unit, Visit visit) {
        return new Action(
                operation,
                visit.texts().lookup("work." + task),
                Address.to("work/" + task, field, unit.unit()),
                against);
    }

    private static View none(String asked, String why) {
        return new View(asked, Optional.empty(), why, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Numbers for new units. Whoever asks twice gets other ones. */
    @Override
    public Answer change(Visit visit) {
        if (!visit.may("sscc.allocate")) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        String count = visit.parameters().text("count").trim();
        Outcome<List<Sscc>> outcome =
                visit.as(SsccNumbers.class).allocate(count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0);
        View view = new View(
                "",
                Optional.empty(),
                "",
                outcome.toOptional().orElse(List.of()),
                outcome.violations(),
                List.of(),
                Optional.empty());
        return outcome.violations().isEmpty()
                ? Answer.html("unit/unit.jte", view)
                : Answer.refused("unit/unit.jte", view);
    }
}
