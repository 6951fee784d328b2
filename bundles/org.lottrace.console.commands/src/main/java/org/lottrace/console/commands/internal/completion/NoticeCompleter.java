package org.lottrace.console.commands.internal.completion;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.movement.ExpectedReceipts;

/** Ship notices of which something is still to come. */
@Service
public final class NoticeCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        return allowed.service(ExpectedReceipts.class).open(Optional.empty(), MOST_OFFERED).stream()
                .map(receipt -> receipt.notice().id().toString());
    }
}
