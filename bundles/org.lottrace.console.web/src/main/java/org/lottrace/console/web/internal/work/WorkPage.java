package org.lottrace.console.web.internal.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** What is recorded by hand: the choice of what to do, and a form for each of it. */
public final class WorkPage implements Page {
    private static final int ROWS = 5;
    private static final int MOST_NOTICES = 100;

    /** @param tasks what this caller may do */
    public record Choice(List<Task> tasks) {}

    /**
     * A form.
     *
     * @param event id under which it is recorded, once
     * @param rows how many lines are shown
     * @param notices what is still to come, for the field that asks for it
     * @param locations of all sites, to be suggested
     * @param problems why nothing was recorded
     */
    public record Form(
            Task task,
            String event,
            int rows,
            List<ExpectedReceipt> notices,
            List<Location> locations,
            List<Violation> problems) {
        private static final Set<String> REQUESTS = Set.of(
                "unit.nest",
                "unit.take-out",
                "unit.unpack",
                "unit.move",
                "movement.transfer",
                "movement.dispatch",
                "movement.consume",
                "movement.ship");

        /** @return true when it is a request unless somebody says that it has happened */
        public boolean mayBeReported() {
            return REQUESTS.contains(task.operation());
        }

        /** @return true when something is wrong with that cell, the first row of which is 0 */
        public boolean isWrong(int row, Column column) {
            return isWrong(cell(row, column)) || isWrong("others[" + (row + 1) + "]." + column.code());
        }

        /** @return true when something is wrong with that field */
        public boolean isWrong(String path) {
            return problems.stream()
                    .anyMatch(problem -> problem.path().toString().equals(path));
        }

        /** @return the path of a cell as the services name it */
        private static String cell(int row, Column column) {
            return "lines[" + (row + 1) + "]." + column.code();
        }
    }

    @Override
    public String path() {
        return "work";
    }

    /** Everybody of the company may look; which tasks there are depends on the role. */
    @Override
    public String needs() {
        return "item.find";
    }

    @Override
    public String icon() {
        return "work";
    }

    @Override
    public Answer show(Visit visit) {
        if (visit.address().rest().isEmpty()) {
            return Answer.html(
                    "work/choice.jte",
                    new Choice(Tasks.ALL.stream()
                            .filter(task -> visit.may(task.operation()))
                            .toList()));
        }
        return task(visit).map(task -> shown(task, visit)).orElse(Answer.NOT_FOUND);
    }

    private static Answer shown(Task task, Visit visit) {
        if (!visit.may(task.operation())) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        return Answer.html("work/form.jte", form(task, visit, UUID.randomUUID().toString(), List.of()));
    }

    @Override
    public Answer change(Visit visit) {
        return task(visit).map(task -> taken(task, visit)).orElse(Answer.NOT_FOUND);
    }

    private static Answer taken(Task task, Visit visit) {
        String event = visit.parameters().text("event");
        if (visit.parameters().isTicked("more-rows")) {
            return Answer.html("work/form.jte", form(task, visit, event, List.of()));
        }
        Entry entry = new Entry(visit);
        Task.Call call = task.recording().read(entry);
        if (!entry.problems().isEmpty()) {
            return Answer.refused("work/form.jte", form(task, visit, event, entry.problems()));
        }
        Outcome<RecordedEvent> outcome = call.on(visit);
        return outcome.<Answer>fold(
                recorded -> new Answer.SeeOther(
                        Address.to("event", "id", recorded.event().id(), "recorded", "now")),
                refused -> Answer.refused("work/form.jte", form(task, visit, event, refused)));
    }

    private static Form form(Task task, Visit visit, String event, List<Violation> problems) {
        boolean asksForNotice = task.fields().stream().anyMatch(field -> field.kind() == Field.Kind.NOTICE);
        List<ExpectedReceipt> notices =
                asksForNotice ? visit.as(ExpectedReceipts.class).open(Optional.empty(), MOST_NOTICES) : List.of();
        List<Location> locations = visit.sites().stream()
                .map(Site::locations)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new Form(task, event, rows(visit), notices, locations, problems);
    }

    private static int rows(Visit visit) {
        int asked = visit.parameters()
                .given("rows")
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(ROWS);
        int more = visit.parameters().isTicked("more-rows") ? ROWS : 0;
        return Math.max(ROWS, Math.min(EnteredRows.MOST, asked + more));
    }

    private static Optional<Task> task(Visit visit) {
        return visit.address().rest().size() == 1
                ? Tasks.find(visit.address().rest().get(0))
                : Optional.empty();
    }
}
