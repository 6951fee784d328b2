package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.input.Known;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "list", description = "Lists the lots of an item, first to expire first")
public final class ListLotsCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private ItemCatalog items;

    @Option(name = "--after", description = "Begin behind this lot of the item, the last one of the page before")
    private String after;

    @Argument(index = 0, name = "ITEM", description = "Item whose lots", required = true)
    @Completion(ItemCompleter.class)
    private String item;

    @Override
    protected void run() {
        Optional<LotKey> last = Optional.ofNullable(after).map(text -> TextForms.read(LotKey.class, text));
        ItemNumber number = TextForms.read(ItemNumber.class, item);
        List<Lot> found = lots.ofItem(number, last, limit());
        if (found.isEmpty()) {
            Known.item(items, number);
        }
        print(
                found,
                Table.of("Lots of " + item, found)
                        .column("Lot", Lot::key)
                        .column("Produced", Lot::productionDate)
                        .column("Expires", Lot::expiry)
                        .column("Supplier's number", Lot::supplierLotNumber)
                        .column("Made at", Lot::madeAt));
    }
}
