package org.lottrace.console.web.internal.recall;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.console.web.internal.page.Action;
import org.lottrace.console.web.internal.page.Actions;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/**
 * One case: what stands above all its pages, and what the shown one is about.
 *
 * @param tab which of its pages is shown
 * @param form what was sent and not taken; empty when nothing was
 * @param done key of the text that says what was just recorded; empty when nothing was
 * @param toDos what is to be done
 * @param deadline what is due next
 * @param part what only the shown page has, a record of {@link CaseParts}
 */
public record CaseView(
        RecallCase recallCase,
        StatusReport status,
        String tab,
        Form form,
        String done,
        List<ToDo> toDos,
        Optional<Deadline> deadline,
        Object part) {
    /** What a cancelled case still takes, until it is closed. */
    private static final Set<String> OF_CANCELLED = Set.of(
            "recall-case.record-notified",
            "recall-case.note",
            "recall-case.strike",
            "recall-case.record-report",
            "recall-case.sign",
            "recall-case.close");

    public CaseView {
        toDos = List.copyOf(toDos);
    }

    /** @return the address of a page of this case */
    public String to(String page, Object... namesAndValues) {
        return Address.to("recall/" + recallCase.id() + (page.isEmpty() ? "" : "/" + page), namesAndValues);
    }

    public boolean isLive() {
        return recallCase.opening().mode().isLive();
    }

    public boolean isOpen() {
        return !recallCase.isClosed();
    }

    public boolean isCancelled() {
        return recallCase.isCancelled();
    }

    /** @return whether the case is open, takes that, and the caller may do it */
    public boolean may(Visit visit, String operation) {
        return isOpen() && visit.may(operation) && (!isCancelled() || OF_CANCELLED.contains(operation));
    }

    /** @return how the case can be ended, and why it cannot */
    public Actions actions(Visit visit) {
        String over = isOpen() ? "" : visit.texts().lookup("action.case-closed");
        String cancelled = isOpen() && isCancelled() ? visit.texts().lookup("action.case-cancelled") : over;
        boolean isAllSigned = over.isEmpty() && openPoints() == 0;
        return Actions.of(
                visit,
                List.of(
                        action(
                                "recall-case.sign",
                                "sign",
                                isAllSigned ? visit.texts().lookup("action.nothing-to-sign") : over,
                                visit),
                        action("recall-case.close", "close", over, visit),
                        action("recall-case.cancel", "cancel", cancelled, visit)));
    }

    private static Action action(String operation, String form, String against, Visit visit) {
        return new Action(operation, visit.texts().lookup("recall." + form + ".title"), "", against);
    }

    /** @return how many steps there are: a form brings it along, so that what was recorded since is known */
    public int seen() {
        return recallCase.steps().size();
    }

    /** @return from the decision to the end of the case, or to now */
    public Duration since(Visit visit) {
        return Duration.between(
                recallCase.opening().decidedAt(),
                recallCase
                        .stepsWith(RecallFact.Closed.class)
                        .findFirst()
                        .map(step -> step.at())
                        .orElse(visit.now()));
    }

    /** @return the name of a consignee for people */
    public String nameOf(PartyId party) {
        return status.consignees().stream()
                .filter(consignee ->
                        consignee.party().equals(party) && !consignee.name().isEmpty())
                .map(Consignee::name)
                .findFirst()
                .orElse(party.value());
    }

    public long openPoints() {
        return status.reconciliation().unsigned().size();
    }
}
