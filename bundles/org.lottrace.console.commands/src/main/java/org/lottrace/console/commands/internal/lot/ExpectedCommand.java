package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
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
        name = "expected",
        description = "Lists what suppliers have announced and what of it is still to come")
public final class ExpectedCommand extends LotTraceCommand {
    @Uses
    private ExpectedReceipts receipts;

    @Option(name = "--notice", description = "Only this ship notice, also when it has come completely: SENDER/NUMBER")
    @Completion(NoticeCompleter.class)
    private String notice;

    @Option(name = "--after", description = "Begin behind this ship notice, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        List<ExpectedReceipt> expected = notice == null ? page() : List.of(one());
        List<Row> rows = expected.stream()
                .flatMap(receipt -> receipt.lines().stream().map(line -> new Row(receipt, line)))
                .toList();
        List<ExpectedReceipt> saying = expected.stream()
                .filter(receipt -> !receipt.notice().keyData().isEmpty())
                .toList();
        if (saying.isEmpty()) {
            print(expected, lines(rows));
        } else {
            print(expected, lines(rows), shipments(saying));
        }
    }

    private static Table<Row> lines(List<Row> rows) {
        return Table.of("Expected receipts", rows)
                .column("Notice", row -> row.receipt.notice().id())
                .column("Shipped", row -> row.receipt.notice().shipDate())
                .column("Site", row -> row.receipt.site())
                .number("Line", row -> row.line.number())
                .column("Item", row -> row.line.item())
                .column("Lot", row -> row.line.lot().map(Lot::key))
                .column("Expires", row -> row.line.lot().flatMap(Lot::expiry))
                .number("Expected", row -> row.line.expected())
                .number("Open", row -> row.line.open())
                .column("SSCC", row -> row.line.container())
                .column("Order line", row -> row.line.orderLine())
                .column("Also said", row -> said(row.said().keyData()));
    }

    private static Table<ExpectedReceipt> shipments(List<ExpectedReceipt> saying) {
        return Table.of("Said of the shipments", saying)
                .column("Notice", receipt -> receipt.notice().id())
                .column("Said", receipt -> said(receipt.notice().keyData()));
    }

    private static String said(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> datum.name() + "=" + datum.value().text())
                .collect(Collectors.joining("; "));
    }

    private List<ExpectedReceipt> page() {
        return receipts.open(Optional.ofNullable(after).map(last -> TextForms.read(ShipNoticeId.class, last)), limit());
    }

    private ExpectedReceipt one() {
        return receipts.find(TextForms.read(ShipNoticeId.class, notice))
                .orElseThrow(() -> new IllegalArgumentException("there is no ship notice " + notice));
    }

    private record Row(ExpectedReceipt receipt, ExpectedReceipt.Line line) {
        /** @return the line as the supplier wrote it */
        ShipNoticeLine said() {
            return receipt.notice().lines().get(line.number() - 1);
        }
    }
}
