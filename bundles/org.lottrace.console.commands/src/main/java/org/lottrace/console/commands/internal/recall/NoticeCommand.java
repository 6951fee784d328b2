package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "notice",
        description = "Shows what a notice says, to read it aloud or to send it by hand")
public final class NoticeCommand extends RecallCommand {
    @Uses
    private RecallReports reports;

    @Argument(index = 1, name = "KEY", description = "Key of the notice, as recall:notices shows it", required = true)
    private String key;

    @Override
    protected void run() {
        RecallNotice notice = reports.notice(id(), key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "case " + id() + " has no notice " + key + "; see recall:notices"));
        print(
                notice,
                Table.details(notice.heading(), notice)
                        .column("To", n -> n.receiver().name())
                        .column("Reference", RecallNotice::key)
                        .column("What is wrong", RecallNotice::reason)
                        .column("What it can do", RecallNotice::hazard)
                        .column("Contact", RecallNotice::contact),
                Table.of("Goods", notice.goods())
                        .column("Item", RecallNotice.Goods::description)
                        .column("GTIN", RecallNotice.Goods::gtin)
                        .column("Lot number", goods -> goods.lot().number())
                        .column("Expiry", RecallNotice.Goods::expiry)
                        .number("Quantity", RecallNotice.Goods::quantity)
                        .column("Shipment", goods -> goods.shipment().number())
                        .column("Shipped", RecallNotice.Goods::shippedOn)
                        .column("Your order", RecallNotice.Goods::customerOrder),
                Table.of("What to do", notice.instructions()).column("", line -> line),
                Table.of("What to answer", notice.questions()).column("", line -> line));
    }
}
