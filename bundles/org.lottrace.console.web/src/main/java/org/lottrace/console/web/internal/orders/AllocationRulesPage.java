package org.lottrace.console.web.internal.orders;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The rules of allocation: those that count on a day, every version there was, and the form for a new version. */
public final class AllocationRulesPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "allocation-rules";
    private static final String ALL = "all";
    private static final String EDIT = "edit";

    /**
     * @param day on which those count; absent for every version
     * @param next address of the next page, absent on the last one
     */
    public record View(Optional<LocalDate> day, List<AllocationRule> rules, Optional<String> next) {}

    /** @param isNew whether it is not made from a version that is there */
    public record Form(boolean isNew, Fields fields) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "allocation-rule.list-in-force";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> inForce(visit);
            case ALL -> all(visit);
            case EDIT -> form(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    private static Answer inForce(Visit visit) {
        LocalDate day = visit.parameters()
                .given("day")
                .flatMap(AllocationRulesPage::day)
                .orElseGet(() -> visit.now().atZone(visit.zone()).toLocalDate());
        List<AllocationRule> rules = visit.as(AllocationRules.class).inForce(day, after(visit), AT_A_TIME + 1);
        return list(Optional.of(day), rules, PATH, "day", day);
    }

    private static Answer all(Visit visit) {
        return list(
                Optional.empty(),
                visit.as(AllocationRules.class).list(after(visit), AT_A_TIME + 1),
                PATH + "/" + ALL,
                "",
                "");
    }

    private static Answer list(
            Optional<LocalDate> day, List<AllocationRule> rules, String address, String name, Object value) {
        List<AllocationRule> shown = rules.subList(0, Math.min(AT_A_TIME, rules.size()));
        Optional<String> next = rules.size() > AT_A_TIME
                ? Optional.of(
                        name.isEmpty()
                                ? Address.to(
                                        address,
                                        "after",
                                        shown.get(AT_A_TIME - 1).version())
                                : Address.to(
                                        address,
                                        name,
                                        value,
                                        "after",
                                        shown.get(AT_A_TIME - 1).version()))
                : Optional.empty();
        return Answer.html("orders/rules.jte", new View(day, shown, next));
    }

    private static Answer form(Visit visit) {
        Optional<String> asked = visit.parameters().given("version");
        if (asked.isEmpty()) {
            LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
            return Answer.html(
                    "orders/rule.jte",
                    new Form(true, Fields.empty(visit.texts()).with("from", today)));
        }
        return asked.filter(AllocationRulesPage::isNumber)
                .flatMap(version -> visit.as(AllocationRules.class).find(Long.parseLong(version)))
                .<Answer>map(rule ->
                        Answer.html("orders/rule.jte", new Form(false, RuleFields.of(rule.change(), visit.texts()))))
                .orElseGet(() -> new Answer.Failure(404, "rules.unknown", asked.get()));
    }

    @Override
    public Answer change(Visit visit) {
        if (!visit.address().rest().equals(List.of(EDIT))) {
            return Answer.NOT_ALLOWED_HERE;
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), RuleFields.NAMES);
        Optional<RuleChange> change = RuleFields.read(fields);
        if (change.isPresent()) {
            fields.refused(visit.as(AllocationRules.class)
                    .save(visit.caller(), change.get())
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH, "day", change.get().from()));
            }
        }
        return Answer.refused("orders/rule.jte", new Form(true, fields));
    }

    private static Optional<Long> after(Visit visit) {
        return visit.parameters()
                .given("after")
                .filter(AllocationRulesPage::isNumber)
                .map(Long::valueOf);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
