package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallCases;

/** Numbers of the recall cases. */
@Service
public final class RecallCaseCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(RecallCases.class).all().stream()
                .map(recallCase -> recallCase.id().value());
    }
}
