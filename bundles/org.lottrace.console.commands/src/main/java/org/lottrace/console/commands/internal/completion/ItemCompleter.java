package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.ItemCatalog;

/** Item numbers. */
@Service
public final class ItemCompleter extends NameCompleter {
    @Reference(optional = true)
    private ItemCatalog items;

    @Override
    protected Stream<String> names(String typed) {
        return items == null
                ? Stream.empty()
                : items.all().stream().map(item -> item.number().value());
    }
}
