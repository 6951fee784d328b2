package org.lottrace.response.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.text.TextForms;

/**
 * What a consignee is asked on the page of a notice: every line they received in that case, also what was added after the
 * notice.
 *
 * @param key {@link RecallNotice#key()}
 * @param recallCase the case
 * @param consignee who answers
 * @param queuedAt when the notice was
 */
record OpenNotice(String key, RecallCaseId recallCase, Consignee consignee, Instant queuedAt) {
    OpenNotice {
        Objects.requireNonNull(queuedAt);
        Objects.requireNonNull(key);
        Objects.requireNonNull(recallCase);
        Objects.requireNonNull(consignee);
    }

    /** @return empty when there is no such notice */
    static Optional<OpenNotice> find(RecallReports reports, String key) {
        return caseOf(key).flatMap(id -> reports.notices(id).stream()
                .flatMap(List::stream)
                .filter(state -> state.notice().key().equals(key))
                .findFirst()
                .flatMap(state -> reports.consignees(id).stream()
                        .flatMap(List::stream)
                        .filter(consignee ->
                                consignee.party().equals(state.notice().party()))
                        .findFirst()
                        .map(consignee -> new OpenNotice(key, id, consignee, state.queuedAt()))));
    }

    List<ConsigneeLine> lines() {
        return consignee.lines();
    }

    /** @return the consignee a key was given out to */
    static Optional<PartyId> partyOf(String key) {
        String[] parts = key.split("/");
        return parts.length < 2 ? Optional.empty() : Optional.of(TextForms.read(PartyId.class, parts[1]));
    }

    /** @return the case a key belongs to, or empty when it has not the form of a key */
    static Optional<RecallCaseId> caseOf(String key) {
        try {
            return Optional.of(TextForms.read(RecallCaseId.class, key.split("/", 2)[0]));
        } catch (InvalidIdentifierException noCase) {
            return Optional.empty();
        }
    }
}
