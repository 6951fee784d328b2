package org.lottrace.gs1.internal.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates and times of day, and the day that six digits mean. Source: GS1 General Specifications, 7.12 (century), 3.4 (day 00). */
public final class DateRules {
    private static final int YEARS_AHEAD = 50;
    private static final int CENTURY = 100;
    private static final int SHORT = 6;
    private static final int LONG = 8;

    private final Clock clock;

    public DateRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param date YYMMDD that keeps {@link #yymmd0()}
     * @return that day; day 00 is the last one of its month
     */
    public LocalDate day(String date) {
        YearMonth month = YearMonth.of(year(number(date, 0)), number(date, 2));
        int day = number(date, 4);
        return day == 0 ? month.atEndOfMonth() : month.atDay(day);
    }

    /** The century in which the year is at most 49 years ago and at most 50 to come. */
    private int year(int yy) {
        int now = LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear();
        int ahead = yy - now % CENTURY;
        int century = now / CENTURY * CENTURY;
        if (ahead > YEARS_AHEAD) {
            return century - CENTURY + yy;
        }
        return ahead <= -YEARS_AHEAD ? century + CENTURY + yy : century + yy;
    }

    Rule yymmdd() {
        return value -> date(value, SHORT, false);
    }

    Rule yymmd0() {
        return value -> date(value, SHORT, true);
    }

    Rule yyyymmdd() {
        return value -> date(value, LONG, false);
    }

    Rule yyyymmd0() {
        return value -> date(value, LONG, true);
    }

    private Optional<Fault> date(String value, int length, boolean mayBeDayless) {
        return lengthFault(value, length, "DATE")
                .or(() -> CharacterSet.NUMERIC.fault(value))
                .or(() -> calendarFault(value, length - 4, mayBeDayless));
    }

    /** @param at where the month begins: the year has the digits before it */
    private Optional<Fault> calendarFault(String value, int at, boolean mayBeDayless) {
        int month = number(value, at);
        if (month < 1 || month > 12) {
            return Optional.of(new Fault("ILLEGAL_MONTH", at, at + 2));
        }
        int day = number(value, at + 2);
        int year = at == 2 ? year(number(value, 0)) : Integer.parseInt(value.substring(0, at));
        boolean isDay = day <= YearMonth.of(year, month).lengthOfMonth() && (day > 0 || mayBeDayless);
        return isDay ? Optional.empty() : Optional.of(new Fault("ILLEGAL_DAY", at + 2, at + 4));
    }

    static Rule hour() {
        return upTo(23, "HOUR");
    }

    static Rule minute() {
        return upTo(59, "MINUTE");
    }

    static Rule second() {
        return upTo(59, "SECOND");
    }

    static Optional<Fault> hourAndMinute(String value) {
        return lengthFault(value, 4, "HOUR_WITH_MINUTE")
                .or(() -> CharacterSet.NUMERIC.fault(value))
                .or(() -> hour().fault(value.substring(0, 2)))
                .or(() -> minute().fault(value.substring(2)).map(fault -> fault.behind(2)));
    }

    private static Rule upTo(int last, String what) {
        return value -> lengthFault(value, 2, what)
                .or(() -> CharacterSet.NUMERIC.fault(value))
                .or(() -> number(value, 0) <= last
                        ? Optional.empty()
                        : Optional.of(Fault.whole("ILLEGAL_" + what, value)));
    }

    private static Optional<Fault> lengthFault(String value, int length, String what) {
        if (value.length() == length) {
            return Optional.empty();
        }
        return Optional.of(Fault.whole(what + (value.length() < length ? "_TOO_SHORT" : "_TOO_LONG"), value));
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
