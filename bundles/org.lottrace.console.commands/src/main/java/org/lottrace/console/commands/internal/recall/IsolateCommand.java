package org.lottrace.console.commands.internal.recall;

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
import org.lottrace.api.recall.Recall;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "isolate",
        description = "Holds every lot that contains a suspect lot, wherever it is, in one action")
public final class IsolateCommand extends CaptureCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Recall recall;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        SiteId decidedAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        report(recall.isolate(contextAt(decidedAt), LotArgument.keys(lots, lot), reason));
    }
}
