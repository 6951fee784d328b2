package org.lottrace.console.commands.internal.completion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;

/** Documents as {@code TYPE:NUMBER}: those that the newest events name, and every type to begin with. */
@Service
public final class DocumentCompleter extends NameCompleter {
    private static final int NEWEST_EVENTS = 200;

    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        Stream<String> types = Arrays.stream(DocumentType.values()).map(type -> type + ":");
        return Stream.concat(types, ofNewestEvents(allowed.service(Ledger.class)).stream());
    }

    private static List<String> ofNewestEvents(Ledger ledger) {
        return ledger.after(Math.max(0, ledger.head() - NEWEST_EVENTS), NEWEST_EVENTS).stream()
                .flatMap(recorded -> recorded.event().documents().stream())
                .map(document -> document.type() + ":" + document.number())
                .distinct()
                .toList();
    }
}
