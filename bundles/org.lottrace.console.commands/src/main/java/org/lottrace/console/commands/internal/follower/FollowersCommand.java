package org.lottrace.console.commands.internal.follower;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lottrace", name = "followers", description = "Shows what follows the ledger and how far it has come")
public final class FollowersCommand extends LotTraceCommand {
    @Uses
    private LedgerFollowers followers;

    @Override
    protected void run() {
        List<FollowerStatus> all = followers.all();
        print(
                all,
                Table.of("Followers of the ledger", all)
                        .column("Name", FollowerStatus::name)
                        .column("State", FollowerStatus::state)
                        .number("Position", FollowerStatus::position)
                        .number("Behind", FollowerStatus::lag)
                        .number("Set aside", status -> status.setAside().size())
                        .column("Problem", status -> status.failure().map(FollowerFailure::reason))
                        .column("Node", FollowerStatus::node));
    }
}
