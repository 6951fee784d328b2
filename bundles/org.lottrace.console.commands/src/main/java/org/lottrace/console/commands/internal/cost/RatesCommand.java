package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "rates",
        description = "Lists exchange rates, with their day and source; the last of a day and currency is in force")
public final class RatesCommand extends LotTraceCommand {
    private static final int MOST = 2_000;

    @Uses
    private CostHistory history;

    @Argument(index = 0, name = "CURRENCY", description = "Only of this one, such as USD. Default: of all")
    private String currency;

    @Option(name = "--from", description = "First day of a rate, 2026-03-01", required = true)
    private String from;

    @Option(name = "--to", description = "Last day of a rate, at most 371 days altogether", required = true)
    private String to;

    @Option(name = "--after", description = "Begin behind so many, as many as were shown before")
    private String after;

    @Override
    protected void run() {
        List<RecordedRate> rates = history.rates(
                Optional.ofNullable(currency),
                TextForms.read(LocalDate.class, from),
                TextForms.read(LocalDate.class, to),
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L).intValue(),
                Math.min(limit(), MOST));
        print(
                rates,
                Table.of("Exchange rates", rates)
                        .column("Day", RecordedRate::day)
                        .column("Currency", RecordedRate::currency)
                        .number("Rate", rate -> rate.factor().toPlainString())
                        .column("Source", RecordedRate::source)
                        .column("By", RecordedRate::by)
                        .number("Position", RecordedRate::position));
    }
}
