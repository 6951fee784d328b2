package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.page.WrittenFile;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** The journal as files for programs of accountants. */
@Path("v1")
@Consumes("application/json")
@Produces({"text/plain", "text/csv", Sheet.TYPE, "application/xml"})
public final class AccountingFiles {
    private static final String ADDRESS = "/lottrace/api/v1/accounting/journal.";
    private static final int BAD_REQUEST = 400;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public AccountingFiles(Operations operations) {
        this.operations = operations;
    }

    /**
     * Entries by number, from 1 on when nothing is said; or by accounting date, then after that entry of the first day. The header Link
     * says where the next file begins, when one file does not have them all.
     */
    @GET
    @Path("accounting/journal.{format}")
    @Performs(value = "journal.write", rows = Performs.WHOLE)
    public WrittenFile journal(
            @PathParam("format") JournalFileFormat format,
            @QueryParam("from") Long from,
            @QueryParam("to") Long to,
            @QueryParam("from-day") LocalDate fromDay,
            @QueryParam("to-day") LocalDate toDay,
            @QueryParam("after") Long after) {
        JournalRange range = range(from, to, fromDay, toDay, after);
        JournalFiles files = operations.as(Callers.of(user), JournalFiles.class);
        return WrittenFile.of(
                out -> files.write(format, range, out),
                (file, content) -> new WrittenFile(
                        "journal-" + file.first() + "-" + file.last() + "." + format.code(),
                        format.contentType(),
                        file.more() ? next(range, file) : "",
                        content));
    }

    private static JournalRange range(Long from, Long to, LocalDate fromDay, LocalDate toDay, Long after) {
        List<Fault> faults = new ArrayList<>();
        boolean isByDay = fromDay != null || toDay != null;
        if (isByDay && (from != null || to != null)) {
            faults.add(Fault.ofRange("?from", "ask either by number (from, to) or by day (from-day, to-day)"));
        }
        if (isByDay && (fromDay == null || toDay == null)) {
            faults.add(Fault.ofRange(fromDay == null ? "?from-day" : "?to-day", "give the first and the last day"));
        }
        if (!isByDay && after != null) {
            faults.add(Fault.ofRange("?after", "this goes with days; by number, from says where to go on"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(BAD_REQUEST, faults);
        }
        try {
            return isByDay
                    ? new JournalRange.Days(fromDay, toDay, after == null ? 0 : after)
                    : new JournalRange.Numbers(from == null ? 1 : from, to == null ? Long.MAX_VALUE : to);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedRequestException(
                    BAD_REQUEST, Fault.ofRange(isByDay ? "?to-day" : "?to", wrong.getMessage()));
        }
    }

    private static String next(JournalRange range, JournalFile file) {
        return ADDRESS
                + file.format().code()
                + (range instanceof JournalRange.Days days
                        ? "?from-day=" + file.lastDay().orElseThrow() + "&to-day=" + days.to() + "&after=" + file.last()
                        : "?from=" + (file.last() + 1) + to(((JournalRange.Numbers) range).to()));
    }

    private static String to(long to) {
        return to == Long.MAX_VALUE ? "" : "&to=" + to;
    }
}
