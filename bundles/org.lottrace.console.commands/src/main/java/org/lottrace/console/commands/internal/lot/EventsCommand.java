package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.DocumentCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "events",
        description = "Lists events of the ledger: the newest, those after a position, or those of a document")
public final class EventsCommand extends LotTraceCommand {
    private static final int MOST_SHOWN = 50;

    @Uses
    private Ledger ledger;

    @Option(
            name = "--document",
            description = "Only events that name this document: TYPE:NUMBER, such as SHIPMENT:S-1001")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--after", description = "Begin behind this ledger position. Default: so that the newest are shown")
    private String after;

    @Override
    protected void run() {
        List<RecordedEvent> events = document == null ? inOrder() : ledger.byDocument(Choice.document(document));
        print(
                events,
                Table.of("Events", events)
                        .number("Position", RecordedEvent::position)
                        .column("Type", r -> r.event().type())
                        .column("When", r -> r.event()
                                .context()
                                .effective()
                                .atOffset(r.event().context().offset()))
                        .column("Site", r -> r.event().context().site())
                        .column("Actor", r -> r.event().context().actor())
                        .column("Documents", r -> r.event().documents())
                        .column("Lots", r -> lotsOf(r.event()))
                        .column("Event", r -> r.event().id()));
    }

    private List<RecordedEvent> inOrder() {
        int most = limit(MOST_SHOWN);
        long position = after == null ? Math.max(0, ledger.head() - most) : WholeNumber.parse(after);
        return ledger.after(position, most);
    }

    private static List<LotKey> lotsOf(TraceEvent event) {
        Stream<LotKey> moved = event.lines().stream().map(EventLine::lot);
        Stream<LotKey> decided = event.dispositionChanges().stream().map(DispositionChange::lot);
        return Stream.concat(moved, decided).distinct().toList();
    }
}
