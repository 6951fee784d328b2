package org.lottrace.console.commands.internal.login;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "logins",
        description =
                "Lists the accounts and addresses whose logins failed lately, and how long they are still refused; unlocks one")
public final class LoginsCommand extends LotTraceCommand {
    @Uses
    private LoginLocks logins;

    @Option(name = "--unlock", description = "Account or address whose failed logins are forgotten first")
    private String unlock;

    @Override
    protected void run() throws CommandException {
        if (unlock != null) {
            failOn(logins.unlock(caller(), unlock));
        }
        List<FailedLogin> failed = logins.failed();
        print(
                failed,
                Table.of("Failed logins", failed)
                        .column("Account", login -> orAny(login.account()))
                        .column("Address", login -> orAny(login.address()))
                        .number("Failures", FailedLogin::failures)
                        .column("Last ago", FailedLogin::sinceLast)
                        .column("Refused for", FailedLogin::refusedFor));
    }

    private static String orAny(String name) {
        return name.isEmpty() ? "any" : name;
    }
}
