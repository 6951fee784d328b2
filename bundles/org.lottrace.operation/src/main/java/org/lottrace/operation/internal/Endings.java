package org.lottrace.operation.internal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CorrelationContext;
import org.lottrace.api.operation.EndedOperation;
import org.lottrace.api.operation.EndedOperation.Ending;
import org.lottrace.api.operation.OperationObserver;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tells of each operation how it ended: one line in the log, and whoever counts. Never what was asked or answered. */
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger("org.lottrace.operation");

    private final Iterable<OperationObserver> observers;

    Endings(Iterable<OperationObserver> observers) {
        this.observers = observers;
    }

    void answered(OperationDescription operation, Caller caller, Object[] arguments, Object result, Duration took) {
        List<String> codes = refusals(operation, result);
        Ending ending = !codes.isEmpty()
                ? Ending.REFUSED
                : result instanceof Outcome.AlreadyDone<?> ? Ending.ALREADY_DONE : Ending.DONE;
        ended(operation, caller, arguments, new EndedOperation(operation.name(), ending, codes, took));
    }

    void failed(OperationDescription operation, Caller caller, Object[] arguments, Throwable why, Duration took) {
        EndedOperation ended = why instanceof RefusedException refused
                ? new EndedOperation(
                        operation.name(),
                        Ending.REFUSED,
                        List.of(refused.violation().code()),
                        took)
                : new EndedOperation(operation.name(), Ending.FAILED, List.of(), took);
        ended(operation, caller, arguments, ended);
    }

    private void ended(OperationDescription operation, Caller caller, Object[] arguments, EndedOperation ended) {
        boolean isWrite = operation.repeat() != Repeat.READS;
        if (isWrite ? LOG.isInfoEnabled() : LOG.isDebugEnabled()) {
            String line = line(caller, arguments, ended);
            if (isWrite) {
                LOG.info(line);
            } else {
                LOG.debug(line);
            }
        }
        for (OperationObserver observer : observers) {
            tell(observer, ended);
        }
    }

    /** What was done is done: whoever counts wrong must not make a failure of it. */
    private static void tell(OperationObserver observer, EndedOperation ended) {
        try {
            observer.ended(ended);
        } catch (RuntimeException defect) {
            LOG.error(
                    "an observer of operations has failed observer={}",
                    observer.getClass().getName(),
                    defect);
        }
    }

    /** Names come from outside: they must not be able to write lines. */
    private static String line(Caller caller, Object[] arguments, EndedOperation ended) {
        StringBuilder line = new StringBuilder("operation name=").append(ended.name());
        line.append(" caller=").append(caller.name());
        line.append(" outcome=").append(ended.ending().code());
        if (!ended.codes().isEmpty()) {
            line.append(" codes=").append(String.join(",", ended.codes()));
        }
        String events = Identity.contexts(arguments)
                .map(CaptureContext::id)
                .map(EventId::value)
                .collect(Collectors.joining(","));
        if (!events.isEmpty()) {
            line.append(" event=").append(events);
        }
        line.append(" ms=").append(ended.took().toMillis());
        String correlation = MDC.get(CorrelationContext.KEY);
        if (correlation != null) {
            line.append(" correlation=").append(correlation);
        }
        return line.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** A list of problems that a reading operation answers with is its answer, and no refusal. */
    private static List<String> refusals(OperationDescription operation, Object result) {
        if (result instanceof Outcome<?> outcome) {
            return codes(outcome.violations());
        }
        return operation.repeat() != Repeat.READS && operation.isRefusedByList() ? codes((List<?>) result) : List.of();
    }

    private static List<String> codes(List<?> violations) {
        return violations.stream()
                .map(violation -> ((Violation) violation).code())
                .toList();
    }
}
