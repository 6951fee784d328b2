package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;
import org.lottrace.edi.x12.internal.ack.ApplicationAdvice;
import org.lottrace.edi.x12.internal.ack.ApplicationAdviceReader;
import org.lottrace.edi.x12.internal.ack.ControlReader;
import org.lottrace.edi.x12.internal.ack.ControlWriter;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what partners answer (TA1, 997, 999, 824, CONTRL) in the records of what we sent. Our interchanges have one group, whose number is that of
 * the interchange; so the acknowledged group (AK102) names the interchange.
 */
final class PartnerAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerAnswers.class);

    /** The transaction sets that answer what we sent; they need no handler. */
    static final Set<String> CODES = Set.of(
            AcknowledgementReader.CODE,
            AcknowledgementReader.IMPLEMENTATION_CODE,
            ApplicationAdvice.CODE,
            ControlWriter.CODE);

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
        if (verdict.isTest() && !testing) {
            return notes;
        }
        (interchange.interchange().isEdifact()
                        ? List.<InterchangeAnswers>of()
                        : InterchangeAnswers.in(interchange.interchange()))
                .forEach(answer -> notes.addAll(note(interchange.sender(), answer)));
        verdict.sets().stream()
                .filter(SetOutcome::isTaken)
                .map(taken -> taken.set().set())
                .filter(set -> CODES.contains(set.code()))
                .forEach(set -> answers(set).forEach(answer -> notes.addAll(note(interchange.sender(), set, answer))));
        return notes;
    }

    /** @param set one of {@link #CODES} */
    static List<Answer> answers(TransactionSet set) {
        if (set.code().equals(ControlWriter.CODE)) {
            return List.of(ControlReader.read(set));
        }
        return set.code().equals(ApplicationAdvice.CODE)
                ? ApplicationAdviceReader.read(set)
                : List.of(AcknowledgementReader.read(set));
    }

    /** An accepted envelope says nothing of what is in it: that is for a 997. */
    private List<Violation> note(Optional<EdiAddress> partner, InterchangeAnswers answer) {
        Optional<InterchangeRecord> sent = partner.flatMap(from -> sent(from, answer.control()));
        List<Violation> problems = answer.code().equals("A")
                ? List.of()
                : List.of(new Violation(
                        "ENVELOPE_REFUSED",
                        ViolationPath.of(PathStep.segment("TA1"), PathStep.element("5")),
                        "the partner answers " + answer.code() + " to the envelope " + answer.control() + ", code "
                                + answer.note()));
        if (sent.isEmpty()) {
            List<Violation> notes = new ArrayList<>(problems);
            notes.add(new Violation(
                    "NOTHING_ACKNOWLEDGED",
                    ViolationPath.of(PathStep.segment("TA1"), PathStep.element("1")),
                    "we sent this partner no interchange " + answer.control() + "; ask them which one they mean"));
            return notes;
        }
        if (!problems.isEmpty()) {
            store.answer(
                    sent.get().id(),
                    answer.code().equals("E") ? InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS : InterchangeStatus.REJECTED,
                    withReceipt(sent.get(), problems));
            LOG.warn(
                    "envelope answered with problems receiver={} control={} code={} note={}",
                    sent.get().receiver(),
                    sent.get().control(),
                    answer.code(),
                    answer.note());
        }
        return problems;
    }

    private List<Violation> note(Optional<EdiAddress> partner, TransactionSet set, Answer answer) {
        Optional<InterchangeRecord> sent = partner.flatMap(from -> sent(from, answer.group()))
                .filter(record -> record.transactionSets().containsAll(answer.codes()));
        if (sent.isEmpty()) {
            List<Violation> notes = new ArrayList<>(answer.problems());
            boolean isAdvice = set.code().equals(ApplicationAdvice.CODE);
            boolean isControl = set.code().equals(ControlWriter.CODE);
            notes.add(new Violation(
                    "NOTHING_ACKNOWLEDGED",
                    ViolationPath.of(
                            PathStep.position(String.valueOf(set.header().position() + 1)),
                            PathStep.segment(isControl ? "UCI" : isAdvice ? "OTI" : "AK1"),
                            PathStep.element(isControl ? "1" : isAdvice ? "8" : "2")),
                    "we sent this partner no " + (isControl ? "interchange " : "group ") + answer.group() + " with "
                            + answer.codes() + "; ask them which interchange they mean"));
            return notes;
        }
        InterchangeRecord record = sent.get();
        if (answer.status() == InterchangeStatus.SENT) {
            LOG.info("interchange has come to receiver={} control={}", record.receiver(), record.control());
            return answer.problems();
        }
        store.answer(record.id(), answer.status(), withReceipt(record, answer.problems()));
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

    /** What the customer has said of the goods is no answer to the form of what we sent. */
    private static List<Violation> withReceipt(InterchangeRecord sent, List<Violation> problems) {
        List<Violation> all = new ArrayList<>(problems);
        sent.problems().stream()
                .filter(note -> note.code().startsWith(SentInterchanges.RECEIPT))
                .forEach(all::add);
        return all;
    }

    private Optional<InterchangeRecord> sent(EdiAddress partner, String control) {
        return control.matches("\\d{1,9}")
                ? store.findWritten(partner.toString(), Outbox.control(Long.parseLong(control)))
                : Optional.empty();
    }
}
