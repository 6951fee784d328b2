package org.lottrace.api.recall.answer;

import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.osgi.annotation.versioning.ProviderType;

/** Answers of consignees as files: the rows that went out with a notice, filled in ({@link AnswerColumn}). */
@ProviderType
public interface AnswerFiles {
    /**
     * Records everything a filled-in file says by {@link RecallCases#answer}, or nothing. Idempotent: the same bytes again
     * change nothing. Joins the caller's unit of work or opens one.
     *
     * <p>Refused with every problem of the file, each with line and column as its field: {@code FILE_NOT_READABLE},
     * {@code COLUMN_MISSING}, {@code CODE_WRONG} (it does not belong to a notice of ours), {@code CHANGED} (what was sent
     * out, such as a lot number, is not the same any more), {@code LINE_UNKNOWN}, {@code LINE_TWICE}, {@code LINE_MISSING},
     * {@code AMOUNT_WRONG}, {@code AMOUNT_AMBIGUOUS}, {@code YES_OR_NO}, {@code NAME_MISSING}; and as an answer is.
     *
     * @param caller who hands it in
     * @param content the bytes of the file
     */
    @Operation(
            name = "recall-case.take-answer-file",
            roles = Role.RECALL_COORDINATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {
                "FILE_NOT_READABLE",
                "COLUMN_MISSING",
                "CODE_WRONG",
                "CHANGED",
                "LINE_UNKNOWN",
                "LINE_TWICE",
                "LINE_MISSING",
                "AMOUNT_WRONG",
                "AMOUNT_AMBIGUOUS",
                "YES_OR_NO",
                "NAME_MISSING",
                "CASE_UNKNOWN",
                "CASE_CLOSED",
                "ROLE_MISSING",
                "NOT_SHIPPED",
                "UNIT_NOT_BASE",
                "TEXT_MISSING"
            })
    Outcome<RecallCase> take(Caller caller, byte[] content);

    /** @return the files that were set aside and still lie there, by name */
    @Operation(name = "recall-case.list-answer-files-set-aside")
    List<SetAsideAnswer> setAside();
}
