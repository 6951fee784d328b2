package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "transfer",
        description =
                "Shows what is reserved for a transfer order; with --reserve, --softly, --replan or --give-back changes it, with"
                        + " --why says what was looked at and why")
public final class TransferCommand extends LotTraceCommand {
    @Uses
    private TransferAllocation transfers;

    @Argument(index = 0, name = "ORDER", description = "Number of the transfer order", required = true)
    private String order;

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

    @Override
    protected void run() throws CommandException {
        if (Stream.of(reserve, softly, replan, giveBack, why)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new IllegalArgumentException("say one of --reserve, --softly, --replan, --give-back and --why");
        }
        if (why) {
            List<AllocationDecision> found =
                    transfers.decisions(order, Optional.ofNullable(after).map(WholeNumber::parse), limit());
            if (found.isEmpty()) {
                failOn(transfers.show(order).violations());
            }
            print(found, DecisionTables.of(order, found));
        } else if (giveBack) {
            List<Reservation> givenBack = transfers.cancel(order);
            print(givenBack, ReservationTable.of("Given back by transfer order " + order, givenBack));
        } else {
            failOn(ask().fold(this::show, violations -> violations));
        }
    }

    private Outcome<List<LineAllocation>> ask() {
        return reserve
                ? transfers.allocate(order)
                : softly ? transfers.allocateSoftly(order) : replan ? transfers.replan(order) : transfers.show(order);
    }

    private List<Violation> show(List<LineAllocation> lines) {
        print(lines, LineTables.of("Transfer order " + order, "Dispatched", lines));
        return List.of();
    }
}
