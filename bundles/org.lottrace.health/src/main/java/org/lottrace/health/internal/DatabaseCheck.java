package org.lottrace.health.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.health.DatabaseFault;
import org.lottrace.api.health.DatabaseState;
import org.lottrace.api.health.HealthReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says what is wrong with the database. There whatever else is missing: everything else stands on the database. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=" + HealthReport.DATABASE, HealthCheck.TAGS + "=lottrace"})
public final class DatabaseCheck implements HealthCheck {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DatabaseState database;

    @Activate
    public DatabaseCheck() {}

    /** For tests. */
    DatabaseCheck(DatabaseState database) {
        this.database = database;
    }

    @Override
    public Result execute() {
        DatabaseState asked = database;
        if (asked == null) {
            return new Result(
                    Result.Status.TEMPORARILY_UNAVAILABLE,
                    "org.lottrace.persistence has not started, or etc/org.lottrace.persistence.cfg is not there;"
                            + " see bundle:diag");
        }
        return asked.fault().map(DatabaseCheck::result).orElseGet(() -> new Result(Result.Status.OK, works(asked)));
    }

    private static String works(DatabaseState database) {
        return "answers"
                + database.upgradeBackup()
                        .map(file -> "; its tables were upgraded at this start, what was in them before is in " + file)
                        .orElse("");
    }

    private static Result result(DatabaseFault fault) {
        return new Result(
                fault.isPassing() ? Result.Status.TEMPORARILY_UNAVAILABLE : Result.Status.CRITICAL, fault.sentence());
    }
}
