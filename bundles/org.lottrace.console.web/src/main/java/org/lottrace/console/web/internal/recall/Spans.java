package org.lottrace.console.web.internal.recall;

import java.time.Duration;
import org.lottrace.console.web.internal.page.Visit;

/** How long something took or will take, in the two largest units. */
public final class Spans {
    private static final int DAYS_FROM = 48;

    private Spans() {}

    /** @return such as {@code 3 d 4 h}, {@code 2 h 5 min}, {@code 12 min} */
    public static String text(Duration span, Visit visit) {
        Duration whole = span.abs();
        if (whole.toHours() >= DAYS_FROM) {
            return visit.texts().of("recall.span.days", visit.formats().number(whole.toDays()), whole.toHoursPart());
        }
        return whole.toHours() > 0
                ? visit.texts().of("recall.span.hours", whole.toHours(), whole.toMinutesPart())
                : visit.texts().of("recall.span.minutes", whole.toMinutes());
    }
}
