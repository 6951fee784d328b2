package org.lottrace.console.commands.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CorrelationContext;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Json;
import org.lottrace.console.commands.internal.output.ProblemTable;
import org.lottrace.console.commands.internal.output.Table;
import org.lottrace.console.commands.internal.output.Zones;
import org.osgi.framework.BundleContext;
import org.slf4j.MDC;

/**
 * What all commands share: tables or JSON of the same rows, refusals with every reason, the services as the caller may use
 * them, and a clear word when one is not there.
 */
public abstract class LotTraceCommand implements Action {
    private static final int MOST_ROWS = 100;

    @Reference
    private BundleContext framework;

    @Option(name = "--json", description = "Print JSON for scripts instead of tables for people")
    private boolean json;

    @Option(
            name = "--limit",
            description =
                    "At most so many rows of each table, 100 if nothing is said; JSON has all that was found, or as many"
                            + " where a list goes on with --after")
    private String limit;

    private int mostRows = MOST_ROWS;
    private boolean answered;

    @Override
    public final Object execute() throws CommandException {
        String outer = MDC.get(CorrelationContext.KEY);
        MDC.put(CorrelationContext.KEY, "shell-" + UUID.randomUUID());
        try {
            new ServicesNow(framework).fill(this, caller());
            run();
        } catch (RefusedException refused) {
            failOn(List.of(refused.violation()));
        } catch (CommandException | IllegalArgumentException | ArithmeticException | ServiceMissingException e) {
            throw told(e);
        } finally {
            if (outer == null) {
                MDC.remove(CorrelationContext.KEY);
            } else {
                MDC.put(CorrelationContext.KEY, outer);
            }
        }
        return null;
    }

    /**
     * Does the work and prints the answer.
     *
     * @throws CommandException with the reason, so that a script sees that it failed
     * @throws IllegalArgumentException if an argument is wrong; printed as it is
     */
    protected abstract void run() throws CommandException;

    /** Prints {@code value} for scripts, or {@code tables} for people. */
    protected final void print(Object value, Table<?>... tables) {
        answered = true;
        if (json) {
            System.out.println(Json.of(value));
        } else {
            int most = limit(mostRows);
            Zones zones = zones();
            List.of(tables).forEach(table -> table.print(System.out, most, zones));
        }
    }

    /** @return the service as it is there now, for whoever is logged in */
    protected final <S> S service(Class<S> type) {
        return new ServicesNow(framework).of(caller(), type);
    }

    /**
     * Says how far the books are before an answer that is read from them: people read it in the first line, and scripts on the error stream,
     * because their answer is one document.
     */
    protected final void sayBooks() {
        (json ? System.err : System.out)
                .println("books: " + service(LotCosting.class).progress().line());
    }

    /** @return in which zone a time is shown to people; scripts get UTC */
    protected final Zones zones() {
        return new Zones(() -> service(SiteDirectory.class).all(), ZoneId.systemDefault());
    }

    /** Prints {@code value} for scripts, or {@code lines} for people and whoever passes them on. */
    protected final void printLines(Object value, List<String> lines) {
        print(value);
        if (!json) {
            lines.forEach(System.out::println);
        }
    }

    /**
     * For a command that asks its service for so many only.
     *
     * @return how many the caller wants to see at most; the tables are printed so far
     */
    protected final int limit() {
        return limit(MOST_ROWS);
    }

    /** As {@link #limit()}, with another number if nothing is said. */
    protected final int limit(int byDefault) {
        mostRows = limit == null ? byDefault : WholeNumber.limit(limit);
        return mostRows;
    }

    /** Prints all reasons and fails; does nothing when there are none. */
    protected final void failOn(List<Violation> violations) throws CommandException {
        if (!violations.isEmpty()) {
            print(new Refusal(violations), ProblemTable.of("Refused", violations));
            throw new CommandException("refused, nothing was changed; number of reasons: " + violations.size());
        }
    }

    /** What a script reads is one JSON document, also when the command fails: the shell adds no text to it. */
    private CommandException told(Exception failure) {
        String message = failure.getMessage();
        if (!json) {
            // its own says how much the shell shows of it
            return failure instanceof CommandException said ? said : new CommandException(message, failure);
        }
        if (!answered) {
            print(new Failure(message));
        }
        return new CommandException("", message, failure);
    }

    /** @return who is logged in, with the roles of the login */
    protected final Caller caller() {
        return Login.caller();
    }

    /**
     * A refusal for scripts.
     *
     * @param violations every reason
     */
    private record Refusal(List<Violation> violations) {}

    /**
     * Why there is no answer, for scripts.
     *
     * @param error the message
     */
    private record Failure(String error) {}
}
