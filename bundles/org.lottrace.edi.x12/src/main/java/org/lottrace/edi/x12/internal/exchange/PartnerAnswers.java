package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what partners acknowledge (997) in the records of what we sent. Our interchanges have one group, whose number is that of
 * the interchange; so the acknowledged group (AK102) names the interchange.
 */
final class PartnerAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerAnswers.class);

    private final InterchangeStore store;
    private final boolean testing;

    /** @param testing whether what we send are tests, so that answers to them are */
    PartnerAnswers(InterchangeStore store, boolean testing) {
        this.store = store;
        this.testing = testing;
    }

    /**
     * Called in the unit of work that takes the acknowledgements in. The last answer to an interchange counts. A test says nothing
     * about what we sent in earnest.
     *
     * @return for the record of the acknowledging interchange: what was refused, and what answers nothing we sent
     */
    List<Violation> note(Verdict verdict) {
        ExaminedInterchange interchange = verdict.interchange();
        List<Violation> notes = new ArrayList<>();
        if (interchange.interchange().isTest() && !testing) {
            return notes;
        }
        verdict.sets().stream()
                .filter(SetOutcome::isTaken)
                .map(taken -> taken.set().set())
                .filter(set -> set.code().equals(AcknowledgementReader.CODE))
                .forEach(set -> notes.addAll(note(interchange.sender(), set)));
        return notes;
    }

    private List<Violation> note(Optional<EdiAddress> partner, TransactionSet set) {
        Answer answer = AcknowledgementReader.read(set);
        Optional<InterchangeRecord> sent = partner.flatMap(from -> sent(from, answer));
        if (sent.isEmpty()) {
            List<Violation> notes = new ArrayList<>(answer.problems());
            notes.add(new Violation(
                    "NOTHING_ACKNOWLEDGED",
                    ViolationPath.of(
                            PathStep.position(String.valueOf(set.header().position() + 1)),
                            PathStep.segment("AK1"),
                            PathStep.element("2")),
                    "we sent this partner no group " + answer.group() + " with " + answer.codes()
                            + "; ask them which interchange they mean"));
            return notes;
        }
        InterchangeRecord record = sent.get();
        store.answer(record.id(), answer.status(), answer.problems());
        if (answer.problems().isEmpty()) {
            LOG.info("interchange acknowledged receiver={} control={}", record.receiver(), record.control());
        } else {
            LOG.warn(
                    "interchange answered with problems receiver={} control={} sets={} status={} problems={}",
                    record.receiver(),
                    record.control(),
                    record.transactionSets(),
                    answer.status(),
                    answer.problems().size());
        }
        return answer.problems();
    }

    private Optional<InterchangeRecord> sent(EdiAddress partner, Answer answer) {
        return answer.group().matches("\\d{1,9}")
                ? store.findWritten(partner.toString(), Outbox.control(Long.parseLong(answer.group())))
                        .filter(record -> record.transactionSets().containsAll(answer.codes()))
                : Optional.empty();
    }
}
