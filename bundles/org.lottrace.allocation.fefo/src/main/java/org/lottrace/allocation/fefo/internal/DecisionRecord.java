package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.allocation.fefo.internal.AllocationTerms.Term;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** Makes of a choice what is kept of it. */
final class DecisionRecord {
    private final DecisionNumbers numbers;
    private final Clock clock;

    DecisionRecord(Clock clock) {
        this.numbers = new DecisionNumbers(clock);
        this.clock = clock;
    }

    /** @param ordered the item in whose place it is taken, whose rule is named as well */
    AllocationDecision ofSubstitute(
            LineAllocation line, OrderTerms terms, ItemNumber ordered, Quantity needed, List<Candidate> candidates) {
        AllocationDecision own = of(line, terms, needed, candidates, Optional.empty());
        return new AllocationDecision(
                own.number(),
                own.orderLine(),
                own.item(),
                own.at(),
                own.delivery(),
                own.rotation(),
                Stream.concat(own.rules().stream(), terms.of(ordered).versionsOf(Term.SUBSTITUTES).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                own.needed(),
                own.candidates(),
                own.leftOut(),
                own.deviation());
    }

    AllocationDecision of(
            LineAllocation line,
            OrderTerms terms,
            Quantity needed,
            List<Candidate> candidates,
            Optional<Deviation> deviation) {
        List<Candidate> kept = kept(candidates);
        AllocationTerms ofItem = terms.of(line.item());
        return new AllocationDecision(
                numbers.next(),
                line.orderLine(),
                line.item(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                terms.delivery(line.item()),
                ofItem.rotation(),
                ofItem.versions(),
                needed,
                kept,
                candidates.size() - kept.size(),
                deviation);
    }

    /**
     * What an order line lost without asking.
     *
     * @param delivery day of the order, or any when it is gone
     */
    AllocationDecision lost(Reservation part, LocalDate delivery, Violation why) {
        Quantity nothing = Quantity.zero(part.quantity().unit());
        return new AllocationDecision(
                numbers.next(),
                part.orderLine(),
                part.lot().item(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                delivery,
                Rotation.FEFO,
                List.of(),
                part.quantity(),
                List.of(new Candidate(
                        part.lot(), part.position(), Optional.empty(), part.quantity(), nothing, List.of(why))),
                0,
                Optional.empty());
    }

    /** That nothing is needed any more for the line that lost something. */
    AllocationDecision settled(AllocationDecision loss) {
        return new AllocationDecision(
                numbers.next(),
                loss.orderLine(),
                loss.item(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                loss.delivery(),
                loss.rotation(),
                List.of(),
                Quantity.zero(loss.needed().unit()),
                List.of(),
                0,
                Optional.empty());
    }

    /** Those that gave something, and as many of the others as there is room for, the first ones first. */
    private static List<Candidate> kept(List<Candidate> candidates) {
        long giving = candidates.stream().filter(DecisionRecord::gives).count();
        long room = Math.max(0, AllocationDecision.MOST_CANDIDATES - giving);
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (gives(candidate) || room-- > 0) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static boolean gives(Candidate candidate) {
        return candidate.taken().isPositive();
    }
}
