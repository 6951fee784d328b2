package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.text.TextForms;

/** Lots as {@code item/number}: first the items, then the lots of the item that is typed. */
@Service
public final class LotCompleter extends NameCompleter {
    @Reference(optional = true)
    private ItemCatalog items;

    @Reference(optional = true)
    private LotMaster lots;

    @Override
    protected Stream<String> names(String typed) {
        if (items == null || lots == null) {
            return Stream.empty();
        }
        int slash = typed.indexOf('/');
        return slash < 0 ? items.all().stream().map(item -> item.number() + "/") : lotsOf(typed.substring(0, slash));
    }

    private Stream<String> lotsOf(String item) {
        try {
            return lots.ofItem(TextForms.read(ItemNumber.class, item)).stream()
                    .map(lot -> item + "/" + lot.key().number());
        } catch (InvalidIdentifierException e) {
            return Stream.empty(); // what is typed is no item number, so there is nothing to offer
        }
    }
}
