package org.lottrace.notice.internal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lottrace.api.recall.RecallFact;

/** What a step of a case says, as a sentence for people. All it says is in the annex. */
final class StepWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private StepWords() {}

    static String of(RecallFact fact) {
        if (fact instanceof RecallFact.Opened opened) {
            return "Case opened: " + opened.opening().reason();
        }
        if (fact instanceof RecallFact.ScopeSet set) {
            return "Version " + set.scope().number() + " of the scope, "
                    + set.scope().lots().size() + " lots: " + set.scope().reason();
        }
        if (fact instanceof RecallFact.StockBlocked blocked) {
            return "Stopped: " + blocked.lots().size() + " lots recalled, "
                    + blocked.cancelled().size() + " reservations cancelled, "
                    + blocked.withheld().size() + " ship notices withheld, "
                    + blocked.inTransit().size() + " quantities found on their way";
        }
        if (fact instanceof RecallFact.StockFreed freed) {
            return "Taken out of the recall and put on hold: " + freed.lots().size() + " lots; "
                    + freed.sent().size() + " withheld ship notices sent";
        }
        if (fact instanceof RecallFact.NoticeQueued queued) {
            return CaseWords.of(queued.kind()) + " written for " + queued.party();
        }
        if (fact instanceof RecallFact.NoticeAttempted attempt) {
            return attempt.party() + (attempt.sent() ? " told by " : " could not be told by ")
                    + CaseWords.method(attempt.method()) + ": " + attempt.detail();
        }
        if (fact instanceof RecallFact.Answered answered) {
            return "Answer of " + answered.answer().party() + " about lot "
                    + CaseWords.lot(answered.answer().lot()) + ": "
                    + CaseWords.quantity(answered.answer().onHand()) + " still there, "
                    + CaseWords.quantity(answered.answer().destroyed()) + " destroyed, "
                    + CaseWords.quantity(answered.answer().used()) + " sold or used";
        }
        return later(fact);
    }

    private static String later(RecallFact fact) {
        if (fact instanceof RecallFact.SampleDrawn drawn) {
            return "Drawn who is checked, " + drawn.percent().toPlainString() + " % of " + drawn.consignees()
                    + " consignees with seed " + drawn.seed() + ": "
                    + drawn.sample().stream().map(party -> party.value()).collect(Collectors.joining(", "));
        }
        if (fact instanceof RecallFact.Checked checked) {
            return "Check of " + checked.check().party() + " by "
                    + CaseWords.method(checked.check().method()) + ": notice "
                    + (checked.check().notified() ? "received" : "not received") + ", "
                    + (checked.check().acted() ? "acted on" : "not acted on") + ". "
                    + checked.check().comment();
        }
        if (fact instanceof RecallFact.Disposed disposed) {
            return CaseWords.quantity(disposed.disposal().quantity()) + " of lot "
                    + CaseWords.lot(disposed.disposal().lot()) + ": "
                    + CaseWords.of(disposed.disposal().kind()).toLowerCase(Locale.ROOT)
                    + witnessed(
                            disposed.disposal().witness(), disposed.disposal().certificate());
        }
        if (fact instanceof RecallFact.Noted note) {
            return CaseWords.of(note.topic()) + (note.reference().isEmpty() ? "" : " (" + note.reference() + ")") + ": "
                    + note.text();
        }
        if (fact instanceof RecallFact.StatusReported report) {
            return "Status report given: " + report.notified() + " of " + report.consignees() + " consignees told, "
                    + report.answered() + " answered, completion expected on "
                    + DAY.format(report.estimatedCompletion());
        }
        if (fact instanceof RecallFact.SignedFor signature) {
            return "Signed for " + signature.points().size() + " open points: " + signature.reason();
        }
        if (fact instanceof RecallFact.Struck struck) {
            return "Step " + struck.step() + " was recorded by mistake and counts no longer: " + struck.reason();
        }
        if (fact instanceof RecallFact.Cancelled cancelled) {
            return "Cancelled, nothing is affected: " + cancelled.reason();
        }
        if (fact instanceof RecallFact.Closed closed) {
            return "Case closed: " + closed.summary();
        }
        throw new IllegalArgumentException("no words are known for " + fact);
    }

    private static String witnessed(String witness, String certificate) {
        return (witness.isEmpty() ? "" : ", seen by " + witness)
                + (certificate.isEmpty() ? "" : ", certificate " + certificate);
    }
}
