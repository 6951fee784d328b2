package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.ItemCatalog;

/** Item numbers. */
@Service
public final class ItemCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(ItemCatalog.class).all().stream()
                .map(item -> item.number().value());
    }
}
