package org.lottrace.api.recall.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.notice.NoticeState;

/**
 * How a recall stands. Source of the contents: 21 CFR 7.53(b), items 1 to 5; item 6, the estimated completion, is said by
 * the person who gives the report.
 *
 * @param id the case
 * @param at when
 * @param opening what was decided
 * @param closed whether it is at its end
 * @param scope the newest version
 * @param clock how fast it went
 * @param consignees each with date and method of its notice, its answer, and what it returned (items 1, 2, 4)
 * @param notified how many of them were told (item 1)
 * @param answered how many answered about everything they received (item 2)
 * @param notResponding how many were told and have not (item 3)
 * @param sample the effectiveness checks that were drawn last (item 5)
 * @param checks their results (item 5)
 * @param reconciliation the quantities (item 4)
 * @param goods where the lots of the scope are now
 * @param unsentNotices notices that did not go out yet, with what was tried
 * @param given the reports that were given, oldest first
 * @param nextReport when the next report is to be given; absent when the case is closed or an exercise
 */
public record StatusReport(
        RecallCaseId id,
        Instant at,
        RecallOpening opening,
        boolean closed,
        ScopeVersion scope,
        ClockMarks clock,
        List<Consignee> consignees,
        int notified,
        int answered,
        int notResponding,
        Optional<RecallFact.SampleDrawn> sample,
        List<EffectivenessCheck> checks,
        Reconciliation reconciliation,
        List<Whereabouts> goods,
        List<NoticeState> unsentNotices,
        List<RecallFact.StatusReported> given,
        Optional<Instant> nextReport) {
    public StatusReport {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(opening);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(clock);
        consignees = List.copyOf(consignees);
        Objects.requireNonNull(sample);
        checks = List.copyOf(checks);
        Objects.requireNonNull(reconciliation);
        goods = List.copyOf(goods);
        unsentNotices = List.copyOf(unsentNotices);
        given = List.copyOf(given);
        Objects.requireNonNull(nextReport);
    }
}
