package org.lottrace.health.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.operation.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning for each setting of {@code books.of} that does not do what it says: who is meant may use more books than that, or none. */
@Component(
        service = HealthCheck.class,
        property = {
            HealthCheck.NAME + "=books-of-logins",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class BooksCheck implements HealthCheck {
    private final Operations operations;

    @Activate
    public BooksCheck(@Reference Operations operations) {
        this.operations = operations;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> faults = operations.faultsOfBooks();
        faults.forEach(fault -> log.warn("books.of in org.lottrace.operation: {}", fault));
        if (faults.isEmpty()) {
            log.info("whose books a login may use is set as it is written");
        }
        return new Result(log);
    }
}
