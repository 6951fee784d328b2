package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.SiteDirectory;

/** Codes of the own sites. */
@Service
public final class SiteCompleter extends NameCompleter {
    @Reference(optional = true)
    private SiteDirectory sites;

    @Override
    protected Stream<String> names(String typed) {
        return sites == null
                ? Stream.empty()
                : sites.all().stream().map(site -> site.id().value());
    }
}
