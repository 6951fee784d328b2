package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.partner.PartnerDirectory;

/** Numbers of the parties. */
@Service
public final class PartyCompleter extends NameCompleter {
    @Reference(optional = true)
    private PartnerDirectory parties;

    @Override
    protected Stream<String> names(String typed) {
        return parties == null
                ? Stream.empty()
                : parties.all().stream().map(party -> party.id().value());
    }
}
