package org.lottrace.api.recall.answer;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCaseId;

/**
 * A file with an answer that could not be recorded; its report lies beside it.
 *
 * @param file where it is, on the server
 * @param recallCase which case it answers; absent when its code does not prove that
 * @param consignee who answers; absent when its code does not prove that
 */
public record SetAsideAnswer(String file, Optional<RecallCaseId> recallCase, Optional<PartyId> consignee) {
    public SetAsideAnswer {
        Objects.requireNonNull(file);
        Objects.requireNonNull(recallCase);
        Objects.requireNonNull(consignee);
    }
}
