package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LocationCompleter;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "hold",
        description = "Holds lots for a reason, wherever they are or at one location, and cancels their reservations")
public final class HoldCommand extends CaptureCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Holds holds;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--location", description = "Holds only what is there. Default: whole lots, wherever they are")
    @Completion(LocationCompleter.class)
    private String location;

    @Option(
            name = "--container",
            description = "Holds only what is in this logistic unit at the location; it takes its hold along")
    private String container;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        SiteId decidedAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        report(holds.hold(contextAt(decidedAt), LotArgument.keys(lots, lot), goods(), reason));
    }

    private Optional<HeldGoods> goods() throws CommandException {
        if (location == null && container != null) {
            throw new CommandException("say with --location where the logistic unit is");
        }
        return Optional.ofNullable(location)
                .map(there -> new HeldGoods(
                        TextForms.read(LocationId.class, there),
                        Optional.ofNullable(container).map(unit -> TextForms.read(Sscc.class, unit))));
    }
}
