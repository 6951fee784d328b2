package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.SiteTime;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "event", description = "Shows one event of the ledger completely")
public final class EventCommand extends LotTraceCommand {
    @Uses
    private Ledger ledger;

    @Argument(index = 0, name = "EVENT", description = "Identity of the event; lot:events lists them", required = true)
    private String event;

    @Override
    protected void run() {
        RecordedEvent found = ledger.find(TextForms.read(EventId.class, event))
                .orElseThrow(() -> new IllegalArgumentException("there is no event " + event + "; see lot:events"));
        TraceEvent content = found.event();
        print(
                found,
                Table.details("Event", content)
                        .column("Event", TraceEvent::id)
                        .column("Type", TraceEvent::type)
                        .column("When", e -> e.context()
                                .effective()
                                .atOffset(e.context().offset()))
                        .column("Accounting date", e -> e.context().accountingDate())
                        .column("Site", e -> e.context().site())
                        .column("Line", e -> e.context().line())
                        .column("Shift", e -> e.context().shift())
                        .column("Actor", e -> e.context().actor())
                        .column("Captured by", e -> e.context().source())
                        .column("Documents", TraceEvent::documents)
                        .column("Corrects", TraceEvent::corrects)
                        .column("Ledger position", e -> found.position())
                        .column(
                                "Recorded",
                                e -> SiteTime.of(found.recorded(), e.context().site()))
                        .column("Hash", e -> found.hash()),
                Table.of("Lines", content.lines())
                        .column("Lot", EventLine::lot)
                        .number("Quantity", EventLine::quantity)
                        .number("Entered", EventLine::entered)
                        .column("From", EventLine::from)
                        .column("To", EventLine::to)
                        .column("Order line", EventLine::orderLine),
                Table.of("Became part of", content.edges())
                        .column("Lot", Edge::input)
                        .number("Quantity", Edge::quantity)
                        .column("went into", Edge::output)
                        .column("Certainty", Edge::certainty),
                Table.of("Dispositions", content.dispositionChanges())
                        .column("Lot", DispositionChange::lot)
                        .column("Disposition", DispositionChange::disposition)
                        .column("Reason", DispositionChange::reason));
    }
}
