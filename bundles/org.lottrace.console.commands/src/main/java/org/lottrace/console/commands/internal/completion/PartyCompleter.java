package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.partner.PartnerDirectory;

/** Numbers of the parties. */
@Service
public final class PartyCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(PartnerDirectory.class).all().stream()
                .map(party -> party.id().value());
    }
}
