package org.lottrace.health.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning when exception cases are past their deadline. */
@Component(
        service = HealthCheck.class,
        property = {
            HealthCheck.NAME + "=exceptions",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class ExceptionsCheck implements HealthCheck {
    private final ExceptionCases cases;

    @Activate
    public ExceptionsCheck(@Reference ExceptionCases cases) {
        this.cases = cases;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        ExceptionFigures figures = cases.figures();
        if (figures.late() > 0) {
            log.warn(
                    "exception cases are past their deadline: {} of {} that are open; see the console's page Exceptions, and"
                            + " close them or give them to others",
                    figures.late(),
                    figures.open());
        }
        log.info("exception cases: {} open", figures.open());
        return new Result(log);
    }
}
