package org.lottrace.console.commands.internal.completion;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.text.TextForms;

/**
 * Lots as {@code item/number}: first the items, then the lots of the item that is typed. Where a number has a {@code /} of its
 * own, the one before the item says so.
 */
@Service
public final class LotCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        int item = typed.startsWith("/") ? 1 : 0;
        int slash = typed.indexOf('/', item);
        return slash < 0
                ? allowed.service(ItemCatalog.class).all().stream()
                        .map(known -> typed.substring(0, item) + known.number() + "/")
                : lotsOf(typed.substring(item, slash), allowed.service(LotMaster.class));
    }

    private static Stream<String> lotsOf(String typed, LotMaster lots) {
        try {
            ItemNumber item = TextForms.read(ItemNumber.class, typed);
            return lots.ofItem(item, Optional.empty(), MOST_OFFERED).stream()
                    .map(lot -> new LotReference(
                            Optional.empty(), Optional.of(item), lot.key().number()))
                    .map(TextForms.of(LotReference.class)::write);
        } catch (InvalidIdentifierException e) {
            return Stream.empty(); // what is typed is no item number, so there is nothing to offer
        }
    }
}
