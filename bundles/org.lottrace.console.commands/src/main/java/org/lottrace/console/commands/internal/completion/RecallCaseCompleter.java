package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallCases;

/** Numbers of the recall cases. */
@Service
public final class RecallCaseCompleter extends NameCompleter {
    @Reference(optional = true)
    private RecallCases cases;

    @Override
    protected Stream<String> names(String typed) {
        return cases == null
                ? Stream.empty()
                : cases.all().stream().map(recallCase -> recallCase.id().value());
    }
}
