package org.lottrace.console.commands.internal.follower;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "follower",
        description =
                "Shows one follower of the ledger with what it has set aside; tries again, skips, or rebuilds it first")
public final class FollowerCommand extends LotTraceCommand {
    @Uses
    private LedgerFollowers followers;

    @Argument(name = "NAME", description = "Name of the follower; see lottrace:followers", required = true)
    private String name;

    @Option(name = "--retry", description = "Ledger position of an event that is tried again now")
    private String retry;

    @Option(
            name = "--skip",
            description = "Ledger position of an event that is set aside, which the follower does without")
    private String skip;

    @Option(name = "--reason", description = "Why it is skipped; it is kept")
    private String reason = "";

    @Option(name = "--rebuild", description = "Throw away what it made and begin again before the first event")
    private boolean rebuild;

    @Override
    protected void run() throws CommandException {
        if (retry != null) {
            failOn(followers.retry(name, WholeNumber.parse(retry)));
        }
        if (skip != null) {
            failOn(followers.skip(caller(), name, WholeNumber.parse(skip), reason));
        }
        if (rebuild) {
            failOn(followers.rebuild(name));
        }
        Follower shown = new Follower(followers.status(name), followers.skipped(name));
        print(
                shown,
                Table.details("Follower " + name, shown.status())
                        .column("State", FollowerStatus::state)
                        .column("Position", FollowerStatus::position)
                        .column("Ledger position", FollowerStatus::head)
                        .column("Node", FollowerStatus::node)
                        .column("Problem at position", status -> status.failure()
                                .map(FollowerFailure::position))
                        .column("Problem", status -> status.failure().map(FollowerFailure::reason))
                        .column("Attempts", status -> status.failure().map(FollowerFailure::attempts))
                        .column("Next attempt", status -> status.failure().map(FollowerFailure::next)),
                Table.of("Set aside", shown.status().setAside())
                        .number("Position", SetAsideEvent::position)
                        .column("Lane", SetAsideEvent::lane)
                        .column("Since", event -> event.failure().since())
                        .number("Attempts", event -> event.failure().attempts())
                        .column("Next attempt", event -> event.failure().next())
                        .column("Problem", event -> event.failure().reason()),
                Table.of("Skipped", shown.skipped())
                        .number("Position", SetAsideEvent::position)
                        .column("By", event -> event.skipped().map(Skipped::by))
                        .column("When", event -> event.skipped().map(Skipped::at))
                        .column("Reason", event -> event.skipped().map(Skipped::reason)));
    }

    /**
     * One follower for scripts.
     *
     * @param status how it does
     * @param skipped the events it does without
     */
    private record Follower(FollowerStatus status, List<SetAsideEvent> skipped) {}
}
