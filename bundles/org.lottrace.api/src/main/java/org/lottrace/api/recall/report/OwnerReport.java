package org.lottrace.api.recall.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.lottrace.api.recall.RecallCaseId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What tracing lots is worth to the owner of the company: goods written off, how much less a recall takes, how long a trace takes, each
 * before LotTrace and since. What was before and is in no book is what the settings say; amounts there are said for the common
 * books. Money is that of the books that are asked; drills and recalls are those of all companies. First books what is committed and throws what
 * {@link org.lottrace.api.cost.LotCosting} throws. Each reads only, and joins the caller's unit of work or opens its own.
 */
@InBooks
@ProviderType
public interface OwnerReport {
    /** So many days at most. */
    int MOST_DAYS = 1_100;

    /**
     * @param from first accounting date; no time zone
     * @param to last one, at most {@value #MOST_DAYS} days altogether
     * @return the figures of these days
     * @throws IllegalArgumentException for other days
     */
    @Operation(
            name = "owner.figures",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    OwnerFigures figures(LocalDate from, LocalDate to);

    /**
     * Opens the figure of what was written off.
     *
     * @param onlyExpired only goods that had expired by then
     * @param after the last row of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lines on the account, by entry
     * @throws IllegalArgumentException for other days
     */
    @Operation(
            name = "owner.list-write-offs",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<WriteOff> writeOffs(
            LocalDate from, LocalDate to, boolean onlyExpired, Optional<WriteOff.Key> after, int limit);

    /**
     * What a recall takes beside what it would take if only the product were known. A case is traced for it, so a page takes a while.
     *
     * @param closed whether closed cases are asked for, or those that are not
     * @param before the last case of the page before; empty for the first page
     * @param limit how many at most, {@value RecallReach#MOST} at the most; as many come while there may be more
     * @return a page of the cases, exercises included, newest first
     * @throws IllegalArgumentException for more
     */
    @Operation(
            name = "owner.list-reaches",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<RecallReach> reaches(boolean closed, Optional<RecallCaseId> before, int limit);
}
