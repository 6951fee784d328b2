package org.lottrace.console.commands.internal.recall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;

/** A command that says what a case affects; it records an event, done with the roles of the login. */
abstract class ScopedCommand extends CaptureCommand {
    @Uses
    private LotMaster lots;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--item", description = "Every lot of this item is a suspect, as far as the next three options say")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--made-at", description = "Only lots that this site made")
    @Completion(SiteCompleter.class)
    private String madeAt;

    @Option(name = "--from", description = "Only lots produced on this day or later, 2026-03-01")
    private String from;

    @Option(name = "--to", description = "Only lots produced on this day or earlier, 2026-03-01")
    private String to;

    final CaptureContext context() {
        return contextAt(site == null ? onlySite() : TextForms.read(SiteId.class, site));
    }

    final List<LotKey> keys(List<String> typed) {
        return typed == null ? List.of() : LotArgument.keys(lots, typed);
    }

    /** @return the lots that were typed, and the rule that the options make */
    final ScopeCriteria criteria(List<String> typed) {
        if (item == null && (madeAt != null || from != null || to != null)) {
            throw new IllegalArgumentException("--made-at, --from and --to narrow --item; say which item");
        }
        return new ScopeCriteria(
                keys(typed),
                Optional.ofNullable(item)
                        .map(number -> new LotRule(
                                TextForms.read(ItemNumber.class, number),
                                Optional.ofNullable(madeAt).map(TextForms.of(SiteId.class)::read),
                                Optional.ofNullable(from).map(TextForms.of(LocalDate.class)::read),
                                Optional.ofNullable(to).map(TextForms.of(LocalDate.class)::read)))
                        .stream()
                        .toList(),
                List.of());
    }

    /** Prints the case with its scope, or every reason why not, and then fails. */
    final void reportCase(Outcome<RecallCase> result) throws CommandException {
        result.toOptional()
                .ifPresent(changed -> print(
                        changed,
                        CaseTables.summary(changed),
                        CaseTables.versions(changed),
                        CaseTables.lots(changed.scope()),
                        CaseTables.newest(changed)));
        failOn(result.violations());
    }
}
