package org.lottrace.api.recall.report;

import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.recall.RecallCaseId;
import org.osgi.annotation.versioning.ProviderType;

/** A whole case on paper, for inspectors, courts and archives. */
@ProviderType
public interface RecallCasePrint {
    /**
     * Changes nothing. Joins the caller's unit of work or opens one.
     *
     * @return a PDF document with a summary and everything that {@link RecallReports#export} says; empty when there is no such
     *     case
     */
    @Operation(name = "recall-case.print")
    Optional<byte[]> pdf(RecallCaseId id);
}
