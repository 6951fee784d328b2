package org.lottrace.label.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One sequence for each prefix and year; the row of the sequence is locked until the end of the unit of work. */
@Component(service = SsccNumbers.class, configurationPid = "org.lottrace.label.sscc")
@Designate(ocd = SsccConfig.class)
public final class SsccNumbersService implements SsccNumbers {
    private static final String SEQUENCE_PREFIX = "sscc:";
    private static final String COUNT = "count";

    private final UnitOfWork unitOfWork;
    private final NumberSequences sequences;
    private final SsccSpace space;
    private final String prefix;
    private final Clock clock;

    @Activate
    public SsccNumbersService(
            @Reference UnitOfWork unitOfWork,
            @Reference NumberSequences sequences,
            @Reference Clock clock,
            SsccConfig config) {
        this(unitOfWork, sequences, config.company_prefix().strip(), config.years_without_reuse(), clock);
    }

    /** For tests. */
    SsccNumbersService(
            UnitOfWork unitOfWork, NumberSequences sequences, String prefix, int yearsWithoutReuse, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sequences = sequences;
        this.prefix = prefix;
        this.space = new SsccSpace(prefix, yearsWithoutReuse);
        this.clock = clock;
    }

    @Override
    public Outcome<List<Sscc>> allocate(int count) {
        if (prefix.isEmpty()) {
            return refused(PREFIX_MISSING, "say the company prefix in org.lottrace.label.sscc.cfg");
        }
        if (count < 1 || count > MOST_AT_ONCE) {
            return refused(COUNT_WRONG, "1 to " + MOST_AT_ONCE + " numbers are given at once, not " + count);
        }
        int year = LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear();
        return unitOfWork.required(() -> allocated(year, count));
    }

    private Outcome<List<Sscc>> allocated(int year, int count) {
        List<Sscc> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            long next = sequences.next(SEQUENCE_PREFIX + prefix + ":" + year);
            if (next > space.perYear()) {
                return refused(
                        USED_UP,
                        "prefix " + prefix + " has " + space.perYear() + " numbers for a year, and " + numbers.size()
                                + " of those that are wanted are left: take another prefix");
            }
            numbers.add(space.number(year, next - 1));
        }
        return new Outcome.Done<>(numbers);
    }

    private static Outcome<List<Sscc>> refused(String code, String message) {
        return new Outcome.Refused<>(List.of(new Violation(code, COUNT, message)));
    }
}
