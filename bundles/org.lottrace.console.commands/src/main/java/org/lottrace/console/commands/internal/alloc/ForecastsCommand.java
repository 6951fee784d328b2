package org.lottrace.console.commands.internal.alloc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "forecasts",
        description =
                "Says what will be wanted of each item at a site in a week, how that was forecast, and when to order it")
public final class ForecastsCommand extends LotTraceCommand {
    @Uses
    private DemandForecasts forecasts;

    @Argument(index = 0, name = "SITE", description = "Code of the own site", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--item", description = "Only this item")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--lead-days", description = "Days from an order until the goods are there, 1 to 180")
    private String leadDays = "7";

    @Option(name = "--service", description = "How often stock suffices until then, 50 to 99.9 percent")
    private String service = "95";

    @Option(name = "--after", description = "Begin behind so many rows")
    private String after = "0";

    @Override
    protected void run() {
        List<DemandForecast> found = forecasts.list(
                new SiteId(site),
                Optional.ofNullable(item).map(ItemNumber::new),
                new ReplenishmentTerms(WholeNumber.limit(leadDays), TextForms.read(BigDecimal.class, service)),
                WholeNumber.limit(after),
                Math.min(limit(), DemandForecasts.LONGEST_PAGE));
        print(
                found,
                Table.of("Demand and reorder points", found)
                        .column("Item", DemandForecast::item)
                        .number("Weeks", DemandForecast::weeks)
                        .number("Weeks between demands", DemandForecast::interval)
                        .number("Spread", DemandForecast::spread)
                        .column("Method", DemandForecast::method)
                        .number("In a week", DemandForecast::weekly)
                        .number("Usual error", DemandForecast::error)
                        .number("In the lead time", DemandForecast::leadTime)
                        .number("Safety stock", DemandForecast::safetyStock)
                        .number("Reorder point", DemandForecast::reorderPoint));
    }
}
