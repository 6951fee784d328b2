package org.lottrace.console.commands.internal.health;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "health",
        description = "Runs the health checks of LotTrace; fails when one of them is critical")
public final class HealthCommand extends LotTraceCommand {
    @Option(
            name = "--causes",
            description = "only what has to be looked at, one check a line; without a database that alone")
    private boolean onlyCauses;

    @Uses
    private Health health;

    @Override
    protected void run() throws CommandException {
        HealthReport report = health.check();
        List<Checked> checks = (onlyCauses ? report.causes() : report.checks())
                .stream().map(Checked::of).toList();
        Shown shown = new Shown(report.status(), checks);
        if (onlyCauses) {
            printLines(shown, checks.stream().map(Checked::line).toList());
        } else {
            print(
                    shown,
                    Table.of("Health: " + report.status(), checks)
                            .column("Check", Checked::name)
                            .column("Status", Checked::status)
                            .column("Messages", Checked::messages)
                            .number("ms", Checked::milliseconds));
        }
        if (!report.status().isUsable()) {
            String message = "LotTrace is not healthy: " + report.status();
            // the shell prints a failure beside what a program reads, unless it has no text
            throw onlyCauses ? new CommandException("", message, null) : new CommandException(message);
        }
    }

    /**
     * All checks for scripts.
     *
     * @param status the worst of all
     * @param checks each of them
     */
    private record Shown(HealthStatus status, List<Checked> checks) {}

    /**
     * One check.
     *
     * @param name its name
     * @param status its outcome
     * @param messages what it says
     * @param milliseconds how long it took
     */
    private record Checked(String name, HealthStatus status, List<String> messages, long milliseconds) {
        private String line() {
            return name + ": " + String.join("; ", messages);
        }

        static Checked of(HealthReport.Checked check) {
            return new Checked(check.title(), check.status(), check.messages(), check.milliseconds());
        }
    }
}
