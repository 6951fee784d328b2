package org.lottrace.console.commands.internal.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "health",
        description = "Runs the health checks of LotTrace; fails when one of them is critical")
public final class HealthCommand extends LotTraceCommand {
    @Reference(optional = true)
    private HealthCheckExecutor checks;

    @Override
    protected void run() throws CommandException {
        List<Checked> results = checks.execute(HealthCheckSelector.tags("lottrace")).stream()
                .map(Checked::of)
                .toList();
        if (results.isEmpty()) {
            throw new CommandException("no health check is there: install the feature lottrace-health");
        }
        Result.Status worst = results.stream()
                .map(Checked::status)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        print(
                new Health(worst, results),
                Table.of("Health: " + worst, results)
                        .column("Check", Checked::name)
                        .column("Status", Checked::status)
                        .column("Messages", Checked::messages)
                        .number("ms", Checked::milliseconds));
        if (worst.compareTo(Result.Status.WARN) > 0) {
            throw new CommandException("LotTrace is not healthy: " + worst);
        }
    }

    /**
     * All checks for scripts.
     *
     * @param status the worst of all
     * @param checks each of them
     */
    private record Health(Result.Status status, List<Checked> checks) {}

    /**
     * One check.
     *
     * @param name its name
     * @param status its outcome
     * @param messages what it says
     * @param milliseconds how long it took
     */
    private record Checked(String name, Result.Status status, List<String> messages, long milliseconds) {
        static Checked of(HealthCheckExecutionResult result) {
            List<String> messages = new ArrayList<>();
            for (ResultLog.Entry entry : result.getHealthCheckResult()) {
                messages.add(entry.getMessage());
            }
            return new Checked(
                    result.getHealthCheckMetadata().getTitle(), status(result), messages, result.getElapsedTimeInMs());
        }

        /** As the health page has it: what did not answer in time is not usable. */
        private static Result.Status status(HealthCheckExecutionResult result) {
            Result.Status status = result.getHealthCheckResult().getStatus();
            return result.hasTimedOut() && status.compareTo(Result.Status.TEMPORARILY_UNAVAILABLE) < 0
                    ? Result.Status.TEMPORARILY_UNAVAILABLE
                    : status;
        }
    }
}
