package org.lottrace.console.web.internal.exceptions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;

/** What was wrong with events that were recorded all the same: the list, late ones first, and each case with what can be done. */
public final class ExceptionsPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "exceptions";

    /**
     * @param entered the filter as it was entered
     * @param next address of the next page, absent on the last one
     */
    public record View(
            List<ExceptionCase> cases,
            Instant now,
            ExceptionFigures figures,
            Parameters entered,
            Optional<String> next) {}

    /** @param problems why nothing was changed */
    public record One(ExceptionCase shown, Instant now, List<Violation> problems) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "exception.list";
    }

    /** @return who can own a case */
    public static List<Role> owners() {
        return Arrays.stream(Role.values()).filter(Role::isOfLogin).toList();
    }

    @Override
    public Answer show(Visit visit) {
        if (!visit.address().rest().isEmpty()) {
            return number(visit).map(number -> one(visit, number, List.of())).orElse(Answer.NOT_FOUND);
        }
        ExceptionCases service = visit.as(ExceptionCases.class);
        List<ExceptionCase> cases = service.list(
                filter(visit.parameters()),
                visit.parameters()
                        .given("after")
                        .filter(ExceptionsPage::isNumber)
                        .map(Long::valueOf),
                AT_A_TIME + 1);
        List<ExceptionCase> shown = cases.subList(0, Math.min(AT_A_TIME, cases.size()));
        return Answer.html(
                "exceptions/exceptions.jte",
                new View(
                        shown,
                        visit.now(),
                        service.figures(),
                        visit.parameters(),
                        Optional.of(cases)
                                .filter(all -> all.size() > AT_A_TIME)
                                .map(all -> next(visit, shown.get(AT_A_TIME - 1).number()))));
    }

    private static String next(Visit visit, long last) {
        List<String> parameters = visit.parameters().except("after");
        parameters.addAll(List.of("after", Long.toString(last)));
        return Address.to(PATH, parameters.toArray());
    }

    /** Without a word about it, open ones are wanted. */
    private static ExceptionFilter filter(Parameters entered) {
        String state = entered.text("state");
        return new ExceptionFilter(
                state.equals("all") ? Optional.empty() : Optional.of(!state.equals("closed")),
                entered.given("owner").map(code -> TextForms.read(Role.class, code)),
                entered.given("site").map(SiteId::new),
                entered.given("code"),
                state.equals("late"));
    }

    @Override
    public Answer change(Visit visit) {
        return number(visit).map(number -> changed(visit, number)).orElse(Answer.NOT_ALLOWED_HERE);
    }

    private static Answer changed(Visit visit, long number) {
        ExceptionCases service = visit.as(ExceptionCases.class);
        Outcome<ExceptionCase> outcome;
        if (visit.parameters().text("action").equals("assign")) {
            Optional<Instant> deadline = deadline(visit, number);
            if (deadline.isEmpty()) {
                return one(
                        visit,
                        number,
                        List.of(new Violation(
                                "FIELD_MISSING", "deadline", visit.texts().lookup("exceptions.deadline-missing"))));
            }
            outcome = service.assign(
                    number, TextForms.read(Role.class, visit.parameters().text("owner")), deadline.get());
        } else {
            outcome = service.close(visit.caller(), number, visit.parameters().text("reason"));
        }
        return outcome.fold(
                done -> new Answer.SeeOther(Address.to(PATH + "/" + number)), problems -> one(visit, number, problems));
    }

    /** In the time of the site. */
    private static Optional<Instant> deadline(Visit visit, long number) {
        return visit.as(ExceptionCases.class).find(number).flatMap(known -> {
            try {
                return Optional.of(LocalDateTime.parse(visit.parameters().text("deadline"))
                        .atZone(visit.zoneOf(known.site()))
                        .toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Answer one(Visit visit, long number, List<Violation> problems) {
        Optional<ExceptionCase> known = visit.as(ExceptionCases.class).find(number);
        if (known.isEmpty()) {
            return new Answer.Failure(404, "exceptions.unknown", number);
        }
        One view = new One(known.get(), visit.now(), problems);
        return problems.isEmpty()
                ? Answer.html("exceptions/exception.jte", view)
                : Answer.refused("exceptions/exception.jte", view);
    }

    private static Optional<Long> number(Visit visit) {
        return Optional.of(visit.address().rest())
                .filter(rest -> rest.size() == 1 && isNumber(rest.get(0)))
                .map(rest -> Long.valueOf(rest.get(0)));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
