package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.NoticeCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "reconcile-notices",
        description = "Holds ship notices against what was received of them, by lot, quantity, expiry and SSCC")
public final class ReconcileNoticesCommand extends LotTraceCommand {
    @Uses
    private NoticeReconciliations reconciliations;

    @Option(name = "--notice", description = "Only this ship notice: SENDER/NUMBER")
    @Completion(NoticeCompleter.class)
    private String notice;

    @Option(name = "--supplier", description = "All ship notices of this supplier, the latest first")
    private String supplier;

    @Option(name = "--after", description = "Begin behind this ship notice, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        List<ReconciledNotice> found = notice == null ? page() : List.of(one());
        List<Row> rows = found.stream().flatMap(Row::of).toList();
        print(
                found,
                Table.of("Differences", rows)
                        .column("Notice", row -> row.notice.notice())
                        .column("Shipped", row -> row.notice.shipDate())
                        .column("State", row -> row.notice.state())
                        .column("Difference", row -> row.difference.map(NoticeDifference::kind))
                        .column("Lot", row -> row.difference.flatMap(NoticeDifference::lot))
                        .column("SSCC", row -> row.difference.flatMap(NoticeDifference::container))
                        .number("Quantity", row -> row.difference.flatMap(NoticeDifference::quantity))
                        .column("Receipt", row -> row.difference.flatMap(NoticeDifference::event))
                        .column("What", row -> row.difference.map(NoticeDifference::message)));
    }

    private List<ReconciledNotice> page() {
        if (supplier == null) {
            throw new IllegalArgumentException("say --supplier PARTY, or --notice SENDER/NUMBER");
        }
        return reconciliations.ofSupplier(
                new PartyId(supplier),
                Optional.ofNullable(after).map(last -> TextForms.read(ShipNoticeId.class, last)),
                Math.min(limit(), NoticeReconciliations.MOST_ROWS));
    }

    private ReconciledNotice one() {
        return reconciliations
                .find(TextForms.read(ShipNoticeId.class, notice))
                .orElseThrow(() -> new IllegalArgumentException("there is no ship notice " + notice));
    }

    /** A notice without a difference has a row as well. */
    private record Row(ReconciledNotice notice, Optional<NoticeDifference> difference) {
        static Stream<Row> of(ReconciledNotice notice) {
            return notice.differences().isEmpty()
                    ? Stream.of(new Row(notice, Optional.empty()))
                    : notice.differences().stream().map(difference -> new Row(notice, Optional.of(difference)));
        }
    }
}
