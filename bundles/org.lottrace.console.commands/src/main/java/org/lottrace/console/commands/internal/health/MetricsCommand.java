package org.lottrace.console.commands.internal.health;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.health.Metrics;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "metrics",
        description = "Prints counters and gauges of this node as Prometheus reads them at /lottrace/metrics")
public final class MetricsCommand extends LotTraceCommand {
    @Uses
    private Metrics metrics;

    @Override
    protected void run() {
        List<String> lines = metrics.text().lines().toList();
        printLines(lines, lines);
    }
}
