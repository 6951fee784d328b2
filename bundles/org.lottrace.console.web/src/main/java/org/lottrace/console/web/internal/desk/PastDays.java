package org.lottrace.console.web.internal.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.page.Parameters;

/**
 * The days of a question about the past, as fields of a form.
 *
 * @param at what had happened by the end of that day
 * @param known what had been recorded by the end of that day
 */
public record PastDays(Optional<LocalDate> at, Optional<LocalDate> known) {
    /** @throws org.lottrace.api.id.InvalidIdentifierException if one of them is no day */
    public static PastDays of(Parameters entered) {
        return new PastDays(day("at", entered), day("known", entered));
    }

    private static Optional<LocalDate> day(String field, Parameters entered) {
        return entered.given(field).map(text -> TextForms.read(LocalDate.class, text));
    }

    /** @return false when nobody has asked yet */
    public boolean isAsked() {
        return at.isPresent() || known.isPresent();
    }

    /** @return the day of which the answer is; empty when nobody has asked yet */
    public Optional<LocalDate> day() {
        return at.or(this::known);
    }

    /**
     * @param zone whose days they are
     * @throws org.lottrace.api.id.InvalidIdentifierException if one of them is not in the years 1 to 9999
     */
    public AsOf asOf(ZoneId zone) {
        return new AsOf(
                Optional.empty(),
                known.flatMap(day -> AsOf.endOf(day, zone).happenedBy()),
                at.flatMap(day -> AsOf.endOf(day, zone).happenedBy()));
    }
}
