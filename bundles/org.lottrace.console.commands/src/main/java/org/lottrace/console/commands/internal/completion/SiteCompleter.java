package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.SiteDirectory;

/** Codes of the own sites. */
@Service
public final class SiteCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(SiteDirectory.class).all().stream()
                .map(site -> site.id().value());
    }
}
