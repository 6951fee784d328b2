package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.console.commands.internal.input.ServerFiles;

/** The files that a command can read. */
@Service
public final class ServerFileCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return ServerFiles.names().stream();
    }
}
