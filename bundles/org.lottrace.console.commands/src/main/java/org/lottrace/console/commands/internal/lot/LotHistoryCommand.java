package org.lottrace.console.commands.internal.lot;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "history",
        description = "Shows what was known about a lot and when it was corrected, by whom and why")
public final class LotHistoryCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private LotCorrections corrections;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() {
        LotKey key = LotArgument.find(lots, lot).key();
        List<Change> changes = corrections.history(key).stream()
                .flatMap(recorded -> recorded.event().lotChanges().stream()
                        .filter(change -> change.lot().equals(key))
                        .map(change -> new Change(recorded, change)))
                .toList();
        print(
                changes,
                Table.of("History of " + key, changes)
                        .number("Ledger position", change -> change.recorded.position())
                        .column("Event", change -> change.recorded.event().id())
                        .column("Type", change -> change.recorded.event().type())
                        .column(
                                "Actor",
                                change -> change.recorded.event().context().actor())
                        .column("Before", change -> text(change.change.before(), change.recorded))
                        .column("After", change -> text(change.change.after(), change.recorded))
                        .column("Reason", change -> change.change.reason()));
    }

    private static String text(List<KeyDatum> known, RecordedEvent recorded) {
        return known.stream()
                .map(datum -> datum.name() + " "
                        + text(datum.value(), recorded.event().context().offset()))
                .collect(Collectors.joining(", "));
    }

    /** A moment as it was at the site of the event. */
    private static String text(KeyDataValue value, ZoneOffset site) {
        return value instanceof KeyDataValue.Moment moment
                ? moment.instant().atOffset(site).toString()
                : value.text();
    }

    private record Change(RecordedEvent recorded, LotChange change) {}
}
