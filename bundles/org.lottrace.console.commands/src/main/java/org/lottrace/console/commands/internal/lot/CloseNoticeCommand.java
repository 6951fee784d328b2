package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.NoticeCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "close-notice",
        description = "Closes the rest of a ship notice that is expected no longer")
public final class CloseNoticeCommand extends CaptureCommand {
    @Uses
    private ExpectedReceipts receipts;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(
            index = 0,
            name = "NOTICE",
            description = "Ship notice as SENDER/NUMBER; lot:expected lists them",
            required = true)
    @Completion(NoticeCompleter.class)
    private String notice;

    @Override
    protected void run() throws CommandException {
        SiteId decidedAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        report(receipts.close(
                new NoticeClosing(contextAt(decidedAt), TextForms.read(ShipNoticeId.class, notice), reason)));
    }
}
