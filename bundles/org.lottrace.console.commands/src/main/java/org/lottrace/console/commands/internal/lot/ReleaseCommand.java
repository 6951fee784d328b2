package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "release", description = "Ends holds of lots; what nothing holds any more may be used")
public final class ReleaseCommand extends CaptureCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Holds holds;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(
            name = "--hold",
            description = "Event or reason of a hold that ends. Default: all holds of the lots",
            multiValued = true)
    private List<String> hold;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        SiteId decidedAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        report(holds.release(contextAt(decidedAt), LotArgument.keys(lots, lot), reason, ended()));
    }

    private List<String> ended() {
        return hold == null ? List.of() : hold;
    }
}
