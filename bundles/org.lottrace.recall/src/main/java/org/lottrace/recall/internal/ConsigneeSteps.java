package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.Answered;
import org.lottrace.api.recall.RecallFact.Checked;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallFact.SampleDrawn;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.violation.Reason;

/** The steps between the company and its consignees, each as what becomes a fact. */
final class ConsigneeSteps {
    private final CaseReading reading;

    ConsigneeSteps(CaseReading reading) {
        this.reading = reading;
    }

    List<NoticeQueued> notices(RecallCase recallCase, Findings findings) {
        if (!tells(recallCase, findings)) {
            return List.of();
        }
        NoticeHistory history = new NoticeHistory(recallCase);
        ConsigneeList consignees = reading.list(recallCase);
        List<NoticeQueued> queued = new ArrayList<>();
        for (PartyId party : consignees.parties()) {
            Set<LotKey> received = lots(consignees, party);
            if (!history.toldAbout(party, false).containsAll(received)) {
                boolean first = history.toldAbout(party, false).isEmpty();
                queued.add(history.next(party, first ? NoticeKind.FIRST : NoticeKind.EXPANSION));
            }
        }
        return queued;
    }

    /** @return a retraction for everybody who was wrongly told, which follows by itself */
    List<NoticeQueued> retractions(RecallCase recallCase) {
        return reading.retractions(recallCase).notices();
    }

    /** @return what else follows by itself: a notice about what is still affected of one that was overtaken, a reminder for everybody whose time is over */
    List<NoticeQueued> followUps(RecallCase recallCase) {
        List<NoticeQueued> queued = new ArrayList<>(overtaken(recallCase));
        queued.addAll(reminders(recallCase));
        return queued;
    }

    private List<NoticeQueued> overtaken(RecallCase recallCase) {
        NoticeHistory history = new NoticeHistory(recallCase);
        ConsigneeList consignees = reading.list(recallCase);
        List<NoticeQueued> queued = new ArrayList<>();
        for (PartyId party : consignees.parties()) {
            Set<LotKey> lots = history.overtaken(party);
            lots.retainAll(lots(consignees, party));
            if (!history.toldAbout(party, false).containsAll(lots)) {
                queued.add(history.next(party, kind(history, consignees, party)));
            }
        }
        return queued;
    }

    /** @return a reminder for everybody whose time is over, and who waits for no notice already */
    private List<NoticeQueued> reminders(RecallCase recallCase) {
        NoticeHistory history = new NoticeHistory(recallCase);
        return reading.consignees(recallCase).stream()
                .filter(consignee -> consignee.followUp() == FollowUp.REMINDER_DUE)
                .map(Consignee::party)
                .filter(party -> history.pending(party).isEmpty())
                .map(party -> history.next(party, NoticeKind.REMINDER))
                .toList();
    }

    List<RecallFact> told(RecallCase recallCase, PartyId party, String method, String detail, Findings findings) {
        if (!tells(recallCase, findings)) {
            return List.of();
        }
        ConsigneeList consignees = reading.list(recallCase);
        NoticeHistory history = new NoticeHistory(recallCase);
        Optional<NoticeQueued> pending = history.pending(party);
        Optional<NoticeQueued> retraction = retractions(recallCase).stream()
                .filter(queued -> queued.party().equals(party))
                .findFirst();
        if (!consignees.parties().contains(party) && pending.isEmpty() && retraction.isEmpty()) {
            findings.add(
                    "NOT_A_CONSIGNEE", "party", party + " received nothing that is affected; see recall:consignees");
        }
        findings.text(method, "method", "say how: TELEPHONE, LETTER, VISIT");
        List<RecallFact> facts = new ArrayList<>();
        NoticeQueued notice = pending.filter(queued -> retraction.isEmpty()).orElseGet(() -> {
            NoticeQueued queued = retraction.orElseGet(() -> history.next(party, kind(history, consignees, party)));
            facts.add(queued);
            return queued;
        });
        facts.add(new NoticeAttempted(notice.key(), party, method, true, detail));
        return facts;
    }

    List<Answered> answered(RecallCase recallCase, ConsigneeAnswer answer, Findings findings) {
        Optional<ConsigneeLine> line = reading.list(recallCase).line(answer.party(), answer.shipment(), answer.lot());
        if (line.isEmpty()) {
            findings.add(
                    "NOT_SHIPPED",
                    "lot",
                    answer.party() + " did not receive lot " + answer.lot() + " with " + answer.shipment()
                            + "; see recall:consignees");
            return List.of();
        }
        findings.unit(answer.onHand(), line.get().shipped(), "onHand");
        findings.unit(answer.destroyed(), line.get().shipped(), "destroyed");
        findings.unit(answer.used(), line.get().shipped(), "used");
        return isKnown(recallCase, answer)
                ? List.of()
                : List.of(new Answered(answer, line.get().returned()));
    }

    /** The same message about the same goods says nothing new, however often it comes. */
    private static boolean isKnown(RecallCase recallCase, ConsigneeAnswer answer) {
        return !answer.source().isEmpty()
                && recallCase.facts(Answered.class).stream()
                        .map(Answered::answer)
                        .anyMatch(known -> known.source().equals(answer.source())
                                && known.party().equals(answer.party())
                                && known.shipment().equals(answer.shipment())
                                && known.lot().equals(answer.lot()));
    }

    List<SampleDrawn> sample(RecallCase recallCase, long seed, String reason, Findings findings) {
        if (recallCase.opening().checkedPercent().signum() == 0) {
            findings.add("NO_CHECKS", "level", "level E checks nobody");
        }
        findings.addAll(Reason.tooLong(reason));
        if (reason.isBlank() && !recallCase.facts(SampleDrawn.class).isEmpty()) {
            findings.add(
                    Reason.MISSING, "reason", "it was drawn before; say why it is drawn again: both stay recorded");
        }
        List<PartyId> parties = reading.list(recallCase).parties();
        return List.of(new SampleDrawn(
                recallCase.opening().checkedPercent(),
                seed,
                recallCase.scope().number(),
                parties.size(),
                Sampling.draw(parties, recallCase.opening().checkedPercent(), seed),
                reason));
    }

    List<Checked> checked(RecallCase recallCase, EffectivenessCheck check, Findings findings) {
        List<SampleDrawn> draws = recallCase.facts(SampleDrawn.class);
        if (draws.stream().noneMatch(draw -> draw.sample().contains(check.party()))) {
            findings.add("NOT_IN_SAMPLE", "party", check.party() + " was not drawn; see recall:report");
        }
        findings.text(check.method(), "method", "say how: VISIT, TELEPHONE, LETTER");
        return List.of(new Checked(check));
    }

    private static boolean tells(RecallCase recallCase, Findings findings) {
        if (!recallCase.opening().mode().isLive()) {
            findings.add("MOCK_TELLS_NOBODY", "case", "case " + recallCase.id() + " is an exercise: nobody is told");
        }
        return findings.isEmpty();
    }

    private static Set<LotKey> lots(ConsigneeList consignees, PartyId party) {
        return consignees.lines(party).stream().map(ConsigneeLine::lot).collect(Collectors.toSet());
    }

    private static NoticeKind kind(NoticeHistory history, ConsigneeList consignees, PartyId party) {
        if (history.toldAbout(party, true).isEmpty()) {
            return NoticeKind.FIRST;
        }
        return history.toldAbout(party, true).containsAll(lots(consignees, party))
                ? NoticeKind.REMINDER
                : NoticeKind.EXPANSION;
    }
}
