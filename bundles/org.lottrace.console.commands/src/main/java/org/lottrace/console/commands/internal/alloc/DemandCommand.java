package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.WholeNumber;

/** What the commands about orders that are no sales orders share: each shows, changes and explains what is reserved for one. */
public abstract class DemandCommand extends LotTraceCommand {
    @Option(name = "--reserve", description = "Reserve what the order still needs")
    private boolean reserve;

    @Option(name = "--softly", description = "Reserve it softly: for a while, and as long as nobody needs it earlier")
    private boolean softly;

    @Option(name = "--replan", description = "Give back what may not go any more, and reserve anew")
    private boolean replan;

    @Option(name = "--give-back", description = "Give back everything that is reserved")
    private boolean giveBack;

    @Option(name = "--why", description = "Show the decisions, newest first")
    private boolean why;

    @Option(
            name = "--after",
            description = "With --why: go on with decisions that are older than the one of this number")
    private String after;

    /**
     * The operations of one kind of order, each asked with its number.
     *
     * @param kind such as "transfer order"
     * @param served what is said of goods that the order has got, such as "Dispatched"
     */
    protected record Reserving(
            String kind,
            String served,
            Function<String, Outcome<List<LineAllocation>>> show,
            Function<String, Outcome<List<LineAllocation>>> allocate,
            Function<String, Outcome<List<LineAllocation>>> allocateSoftly,
            Function<String, Outcome<List<LineAllocation>>> replan,
            Function<String, List<Reservation>> cancel,
            Decisions decisions) {}

    /** A page of what was decided for an order. */
    protected interface Decisions {
        List<AllocationDecision> of(String order, Optional<Long> before, int limit);
    }

    protected abstract Reserving reserving();

    /** @return the number of the order */
    protected abstract String order();

    @Override
    protected final void run() throws CommandException {
        if (Stream.of(reserve, softly, replan, giveBack, why)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new IllegalArgumentException("say one of --reserve, --softly, --replan, --give-back and --why");
        }
        Reserving reserving = reserving();
        if (why) {
            explain(reserving);
        } else if (giveBack) {
            List<Reservation> givenBack = reserving.cancel().apply(order());
            print(givenBack, ReservationTable.of("Given back by " + reserving.kind() + " " + order(), givenBack));
        } else {
            failOn(asked(reserving).apply(order()).fold(lines -> show(reserving, lines), violations -> violations));
        }
    }

    private void explain(Reserving reserving) throws CommandException {
        List<AllocationDecision> found =
                reserving.decisions().of(order(), Optional.ofNullable(after).map(WholeNumber::parse), limit());
        if (found.isEmpty()) {
            failOn(reserving.show().apply(order()).violations());
        }
        print(found, DecisionTables.of(order(), found));
    }

    private Function<String, Outcome<List<LineAllocation>>> asked(Reserving reserving) {
        if (reserve) {
            return reserving.allocate();
        }
        if (softly) {
            return reserving.allocateSoftly();
        }
        return replan ? reserving.replan() : reserving.show();
    }

    private List<Violation> show(Reserving reserving, List<LineAllocation> lines) {
        String kind = reserving.kind();
        print(
                lines,
                LineTables.of(
                        Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + order(),
                        reserving.served(),
                        lines));
        return List.of();
    }
}
