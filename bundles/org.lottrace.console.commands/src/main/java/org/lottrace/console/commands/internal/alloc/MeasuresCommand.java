package org.lottrace.console.commands.internal.alloc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
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
        name = "measures",
        description =
                "Says how well lots were rotated in some days: fill, waste, remaining life, lots passed over, and what"
                        + " expires soon; with --rows the rows of one figure")
public final class MeasuresCommand extends LotTraceCommand {
    @Uses
    private RotationMeasures measures;

    @Option(name = "--from", description = "The first day, such as 2026-03-01", required = true)
    private String from;

    @Option(name = "--to", description = "The last day", required = true)
    private String to;

    @Option(name = "--site", description = "Only this own site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--item", description = "Only this item")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--customer", description = "Only what this customer ordered and got")
    private String customer;

    @Option(
            name = "--rows",
            description =
                    "The rows of a figure instead: order-lines, waste, deliveries, passed-over, or those of today: expiring, or"
                            + " due, which expires within the lead time of its item")
    private String rows;

    @Option(name = "--days", description = "With --rows expiring: within so many days")
    private String days = "30";

    @Option(name = "--after", description = "With --rows: begin behind so many rows")
    private String after = "0";

    @Override
    protected void run() {
        MeasureQuestion question = new MeasureQuestion(
                TextForms.read(LocalDate.class, from),
                TextForms.read(LocalDate.class, to),
                Optional.ofNullable(site).map(SiteId::new),
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(customer).map(PartyId::new));
        if (rows == null) {
            figures(measures.measure(question));
            return;
        }
        int skip = WholeNumber.limit(after);
        int limit = Math.min(limit(), RotationMeasures.LONGEST_PAGE);
        switch (rows) {
            case "order-lines" -> orderLines(measures.orderLines(question, skip, limit));
            case "waste" -> waste(measures.waste(question, skip, limit));
            case "deliveries" -> deliveries(measures.deliveries(question, skip, limit));
            case "passed-over" -> passedOver(measures.passedOver(question, skip, limit));
            case "expiring" ->
                expiring(measures.expiring(question.site(), question.item(), WholeNumber.limit(days), skip, limit));
            case "due" -> expiring(measures.due(question.site(), question.item(), skip, limit));
            default ->
                throw new IllegalArgumentException("there are no rows called \"" + rows
                        + "\": use order-lines, waste, deliveries, passed-over, expiring or due");
        }
    }

    private void figures(Measures found) {
        print(
                found,
                Table.details("Measures", found)
                        .column(
                                "Orders in full",
                                m -> m.fill().fullOrders() + " of " + m.fill().orders())
                        .column(
                                "Lines in full",
                                m -> m.fill().fullLines() + " of " + m.fill().lines())
                        .column("Value lost", m -> m.waste().wasted())
                        .column("Percent of what came", m -> m.waste().percent())
                        .column("Days left, mean", m -> m.life().meanDays())
                        .column("Days left, least", m -> m.life().leastDays())
                        .column("Percent left, mean", m -> m.life().meanPercent())
                        .column("FEFO violations", m -> m.rotation().violations())
                        .column("Deviations with a reason", m -> m.rotation().deviations())
                        .column("Explained by a rule", m -> m.rotation().explained())
                        .column("Lots on a line", m -> m.rotation().lotsPerLine())
                        .column("Complete up to ledger position", Measures::ledgerPosition),
                Table.of("Ordered and filled", found.fill().quantities())
                        .number("Ordered", Measures.UnitFill::ordered)
                        .number("Filled", Measures.UnitFill::filled)
                        .number("Percent", Measures.UnitFill::percent),
                Table.of("Lost because it expired", found.waste().quantities())
                        .number("Came", Measures.UnitWaste::received)
                        .number("Destroyed", Measures.UnitWaste::destroyed)
                        .number("On stock", Measures.UnitWaste::onStock)
                        .number("Percent", Measures.UnitWaste::percent),
                Table.of("Expires within", found.expiring())
                        .column("Days", step -> step.days() < 0 ? "expired" : String.valueOf(step.days()))
                        .number("Lots", Measures.Expiring::lots)
                        .number("Value", Measures.Expiring::value)
                        .number("Without value", Measures.Expiring::withoutValue));
    }

    private void orderLines(List<OrderedLine> found) {
        print(
                found,
                Table.of("Order lines", found)
                        .column("Order", OrderedLine::orderLine)
                        .column("Customer", OrderedLine::customer)
                        .column("Item", OrderedLine::item)
                        .column("Delivery", OrderedLine::delivery)
                        .number("Ordered", OrderedLine::ordered)
                        .number("Shipped in time", OrderedLine::shipped));
    }

    private void waste(List<WastedLot> found) {
        print(
                found,
                Table.of("Lost because it expired", found)
                        .column("Lot", WastedLot::lot)
                        .column("Site", WastedLot::site)
                        .column("Expiry", WastedLot::expiry)
                        .column("Lost on", WastedLot::day)
                        .column("Destroyed by", WastedLot::disposal)
                        .number("Quantity", WastedLot::quantity)
                        .number("Value", WastedLot::value));
    }

    private void deliveries(List<ShippedLot> found) {
        print(
                found,
                Table.of("Deliveries", found)
                        .column("Lot", ShippedLot::lot)
                        .column("Shipment", ShippedLot::shipment)
                        .column("Customer", ShippedLot::customer)
                        .column("Delivery", ShippedLot::delivery)
                        .column("Expiry", ShippedLot::expiry)
                        .number("Days left", ShippedLot::daysLeft)
                        .number("Percent", ShippedLot::percentLeft)
                        .number("Quantity", ShippedLot::quantity));
    }

    private void passedOver(List<PassedLot> found) {
        print(
                found,
                Table.of("Earlier lots that stayed", found)
                        .column("Lot", PassedLot::earlier)
                        .column("Expiry", PassedLot::expiry)
                        .column("Went instead", passed -> passed.shipped().lot())
                        .column("Shipment", passed -> passed.shipped().shipment())
                        .number("Could have gone", PassedLot::quantity)
                        .column("Reason", PassedLot::reason)
                        .column("What was said", PassedLot::words)
                        .number("Lost since", PassedLot::spoiled)
                        .number("Value", PassedLot::spoiledValue));
    }

    private void expiring(List<ExpiringLot> found) {
        print(
                found,
                Table.of("Expires soon", found)
                        .column("Lot", ExpiringLot::lot)
                        .column("Site", ExpiringLot::site)
                        .column("Expiry", ExpiringLot::expiry)
                        .number("Days left", ExpiringLot::daysLeft)
                        .number("Quantity", ExpiringLot::quantity)
                        .number("Value", ExpiringLot::value));
    }
}
