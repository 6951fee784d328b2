package org.lottrace.recall.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.Closed;
import org.lottrace.api.recall.RecallFact.Disposed;
import org.lottrace.api.recall.RecallFact.Noted;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallFact.SignedFor;
import org.lottrace.api.recall.RecallFact.StatusReported;
import org.lottrace.api.recall.RecallFact.Struck;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.report.StatusReport;

/** The steps towards the end of a case, each as what becomes a fact. */
final class ClosingSteps {
    /** What somebody says happened; everything else is what LotTrace did. */
    private static final Set<RecallFactKind> CAN_BE_STRUCK = Set.of(
            RecallFactKind.NOTICE_ATTEMPTED,
            RecallFactKind.ANSWERED,
            RecallFactKind.CHECKED,
            RecallFactKind.DISPOSED,
            RecallFactKind.NOTED,
            RecallFactKind.STATUS_REPORTED,
            RecallFactKind.SIGNED_FOR);

    private final CaseReading reading;

    ClosingSteps(CaseReading reading) {
        this.reading = reading;
    }

    List<Disposed> disposed(RecallCase recallCase, RecallDisposal disposal, Findings findings) {
        Optional<Quantity> kept = recallCase.scope().lots().stream()
                .filter(lot -> lot.lot().equals(disposal.lot()))
                .map(ScopeLot::onHand)
                .findFirst();
        if (kept.isEmpty()) {
            findings.add("LOT_NOT_AFFECTED", "lot", "lot " + disposal.lot() + " is not in the scope; see recall:case");
        }
        kept.ifPresent(quantity -> findings.unit(disposal.quantity(), quantity, "quantity"));
        if (!disposal.quantity().isPositive()) {
            findings.add("QUANTITY_NOT_POSITIVE", "quantity", "say how much, more than nothing");
        }
        if (disposal.kind() == RecallDisposal.Kind.DESTROYED) {
            if (disposal.witness().isBlank()) {
                findings.add("WITNESS_MISSING", "witness", "say who saw the destruction");
            }
            if (disposal.certificate().isBlank()) {
                findings.add("CERTIFICATE_MISSING", "certificate", "give the number of the certificate of destruction");
            }
        }
        return List.of(new Disposed(disposal));
    }

    List<Noted> noted(NoteTopic topic, String reference, String text, Findings findings) {
        findings.text(text, "text", "say what was said or done");
        return List.of(new Noted(topic, reference, text));
    }

    List<Struck> struck(RecallCase recallCase, int number, String reason, Findings findings) {
        findings.reason(reason, "say what the mistake was");
        Optional<RecallStep> step = recallCase.steps().stream()
                .filter(known -> known.number() == number)
                .findFirst();
        Optional<RecallFact> fact = step.map(RecallStep::fact);
        if (fact.isEmpty()) {
            findings.add(
                    "STEP_UNKNOWN",
                    "step",
                    "the case has the steps 1 to " + recallCase.steps().size());
        }
        fact.filter(known -> !CAN_BE_STRUCK.contains(RecallFactKind.of(known)))
                .ifPresent(known -> findings.add(
                        "STEP_STAYS",
                        "step",
                        "step " + number + " says " + RecallFactKind.of(known).code()
                                + ", which cannot be struck: lots are taken out with recall:exclude, a case is cancelled with"
                                + " recall:cancel, it is drawn again with recall:sample, and what was struck by mistake is"
                                + " recorded again"));
        if (recallCase.struck().contains(number)) {
            return List.of();
        }
        List<Struck> struck = new ArrayList<>(List.of(new Struck(number, reason)));
        step.flatMap(known -> queuedWith(recallCase, known))
                .ifPresent(queued -> struck.add(new Struck(queued, reason)));
        return struck;
    }

    /** Who records a call that no notice was queued for queues one with it: left alone, it would be sent. */
    private static Optional<Integer> queuedWith(RecallCase recallCase, RecallStep attempt) {
        return recallCase
                .stepsWith(NoticeQueued.class)
                .filter(queued -> attempt.fact() instanceof NoticeAttempted)
                .filter(queued -> queued.number() == attempt.number() - 1
                        && queued.at().equals(attempt.at())
                        && queued.actor().equals(attempt.actor()))
                .filter(queued -> ((NoticeQueued) queued.fact()).key().equals(((NoticeAttempted) attempt.fact()).key()))
                .map(RecallStep::number)
                .findFirst();
    }

    List<StatusReported> reported(RecallCase recallCase, LocalDate estimatedCompletion) {
        StatusReport status = reading.status(recallCase, List.of());
        return List.of(new StatusReported(
                status.consignees().size(), status.notified(), status.answered(), estimatedCompletion));
    }

    List<SignedFor> signed(RecallCase recallCase, String reason, Findings findings) {
        findings.reason(reason, "say why it may stay open");
        List<OpenPoint> open = reading.reconciliation(recallCase).unsigned();
        if (open.isEmpty()) {
            findings.add("NOTHING_OPEN", "case", "nothing is open that nobody signed for; close the case");
        }
        return List.of(new SignedFor(open, reason));
    }

    List<Closed> closed(RecallCase recallCase, String summary, Findings findings) {
        findings.text(summary, "summary", "say how effective the recall was");
        reading.reconciliation(recallCase)
                .unsigned()
                .forEach(point -> findings.addAbout(point.subject(), point.code(), point.message()));
        return List.of(new Closed(summary));
    }
}
