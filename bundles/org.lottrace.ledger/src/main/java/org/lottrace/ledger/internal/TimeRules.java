package org.lottrace.ledger.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.violation.Violation;

/**
 * When an event can have happened, and on which day it can count.
 *
 * @param tolerance by how much the clocks of two devices may differ
 * @param accountingDays how far the accounting date may be from the day of the event, either way
 * @param goLive the first day that is recorded here; absent when there is no such day
 */
record TimeRules(Duration tolerance, int accountingDays, Optional<LocalDate> goLive) {
    private static final String TIME_IN_FUTURE = "TIME_IN_FUTURE";
    private static final String ACCOUNTING_DATE_UNREASONABLE = "ACCOUNTING_DATE_UNREASONABLE";
    /** As long as the books of most countries must be kept: nobody books anything earlier. */
    private static final int BOOKED_YEARS = 10;

    private static final String BEFORE_GO_LIVE = "BEFORE_GO_LIVE";

    /** @return why nobody can have reported or asked for that at this moment */
    List<Violation> impossible(EventContext context, Instant now) {
        List<Violation> violations = new ArrayList<>();
        if (context.effective().isAfter(now.plus(tolerance))) {
            violations.add(new Violation(
                    TIME_IN_FUTURE,
                    "time",
                    context.effective() + " has not come yet, it is " + now
                            + ": check the clock of the device, and say when it happened"));
        }
        accountingDate(context, now).ifPresent(violations::add);
        return violations;
    }

    private Optional<Violation> accountingDate(EventContext context, Instant now) {
        LocalDate day = context.localDate();
        LocalDate earliest = now.atOffset(context.offset()).toLocalDate().minusYears(BOOKED_YEARS);
        long apart = Math.abs(ChronoUnit.DAYS.between(day, context.accountingDate()));
        if (apart > accountingDays) {
            return unreasonable(
                    context.accountingDate() + " is " + apart + " days from " + day + ", when it happened, and at most "
                            + accountingDays + " are allowed: check the year, or leave it out");
        }
        return context.accountingDate().isBefore(earliest)
                ? unreasonable(context.accountingDate() + " is before " + earliest
                        + ", and nothing is booked more than " + BOOKED_YEARS + " years back: check the year")
                : Optional.empty();
    }

    private static Optional<Violation> unreasonable(String why) {
        return Optional.of(new Violation(ACCOUNTING_DATE_UNREASONABLE, "accountingDate", why));
    }

    /** @return what is wrong with its time although it may have been so */
    List<Violation> doubtful(EventContext context) {
        return goLive.filter(first -> context.localDate().isBefore(first)).stream()
                .map(
                        first -> new Violation(
                                BEFORE_GO_LIVE,
                                "time",
                                context.localDate() + " is before " + first
                                        + ", the first day that is recorded here: check the time, or count the stock of that day"))
                .toList();
    }
}
