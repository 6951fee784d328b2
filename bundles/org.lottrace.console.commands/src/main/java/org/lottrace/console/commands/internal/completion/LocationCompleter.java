package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.SiteDirectory;

/** Codes of the storage locations of all sites. */
@Service
public final class LocationCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(SiteDirectory.class).all().stream()
                .flatMap(site -> site.locations().stream())
                .map(location -> location.id().value())
                .distinct();
    }
}
