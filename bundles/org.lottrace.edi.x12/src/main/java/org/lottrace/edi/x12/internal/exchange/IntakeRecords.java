package org.lottrace.edi.x12.internal.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter;
import org.lottrace.edi.x12.internal.exchange.Verdict.Novelty;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of a file that was taken in or refused, and what its sender is told; inside the caller's unit of work. */
final class IntakeRecords {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRecords.class);

    private final InterchangeStore store;
    private final Outbox outbox;
    private final PartnerAnswers answers;
    private final OwnAddresses own;
    private final Clock clock;

    IntakeRecords(InterchangeStore store, Outbox outbox, PartnerAnswers answers, OwnAddresses own, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.answers = answers;
        this.own = own;
        this.clock = clock;
    }

    void accepted(String name, Verdict verdict) {
        if (verdict.novelty() == Novelty.RESUMED) {
            return;
        }
        boolean isNew = verdict.novelty() == Novelty.NEW;
        InterchangeStatus newStatus = verdict.isTest() ? InterchangeStatus.TEST : InterchangeStatus.ACCEPTED;
        InterchangeRecord record = verdict.record(
                name,
                isNew ? newStatus : InterchangeStatus.DUPLICATE,
                isNew ? noted(verdict.interchange()) : List.of(),
                clock.instant());
        Optional<String> key =
                isNew ? Optional.of(Verdict.key(verdict.interchange().interchange())) : Optional.empty();
        if (store.insert(record, key, verdict.content()).isEmpty()) {
            throw new IllegalStateException(
                    key.orElse("") + " was stored by somebody else at the same time; the file is tried again");
        }
        if (isNew) {
            acknowledge(verdict, true);
        }
    }

    private List<Violation> noted(ExaminedInterchange interchange) {
        return Stream.concat(interchange.notes().stream(), answers.note(interchange).stream())
                .toList();
    }

    void refused(String name, byte[] content, Intaken intaken) {
        List<Violation> ofFile = intaken.examination().findings().stream()
                .map(Finding::violation)
                .toList();
        if (intaken.verdicts().isEmpty()) {
            unread(name, content, ofFile);
        }
        for (Verdict verdict : intaken.verdicts()) {
            if (verdict.novelty() == Novelty.NEW || verdict.novelty() == Novelty.REUSED) {
                List<Violation> problems = verdict.problemsWithin(ofFile);
                InterchangeStatus status = verdict.isTest() ? InterchangeStatus.TEST : InterchangeStatus.REJECTED;
                store.insert(
                        verdict.record(name, status, problems, clock.instant()),
                        Optional.of(Verdict.refusalKey("", verdict.content(), problems)),
                        verdict.content());
                acknowledge(verdict, intaken.formIsRight() && verdict.novelty() == Novelty.NEW);
            }
        }
    }

    void unread(String name, byte[] content, List<Violation> problems) {
        InterchangeRecord record = new InterchangeRecord(
                0,
                Direction.INBOUND,
                "",
                "",
                "",
                List.of(),
                name,
                InterchangeStatus.REJECTED,
                clock.instant(),
                problems);
        store.insert(record, Optional.of(Verdict.refusalKey(name, content, problems)), content);
    }

    /** Only a known partner that means us gets an answer, and an acknowledgement is never acknowledged. */
    private void acknowledge(Verdict verdict, boolean accepted) {
        ExaminedInterchange interchange = verdict.interchange();
        boolean ours = interchange.receiver().filter(own::contains).isPresent();
        if (interchange.party().isEmpty() || !ours) {
            return;
        }
        List<List<List<String>>> sets = interchange.groups().stream()
                .filter(group ->
                        group.group().header().isPresent() && !group.group().isAcknowledgement())
                .map(group -> AcknowledgementWriter.write(group, accepted))
                .toList();
        if (sets.isEmpty()) {
            return;
        }
        List<Violation> problems = outbox.store(new Outbox.Message(
                AcknowledgementReader.CODE,
                "FA",
                "004010",
                interchange.receiver().orElseThrow(),
                interchange.sender().orElseThrow(),
                verdict.acknowledgementKey(sets),
                false,
                sets));
        if (!problems.isEmpty()) {
            LOG.error(
                    "no 997 can be sent for interchange={} problems={} first={}",
                    interchange.interchange().control(),
                    problems.size(),
                    problems.get(0));
        }
    }
}
