package org.lottrace.edi.x12.internal.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter.AcknowledgedSet;
import org.lottrace.edi.x12.internal.ack.ApplicationAdvice;
import org.lottrace.edi.x12.internal.ack.ControlWriter;
import org.lottrace.edi.x12.internal.ack.InterchangeNote;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of a file that was taken in or refused, and what its sender is told; inside the caller's unit of work. */
final class IntakeRecords {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRecords.class);

    /** Of CONTRL as most write it: draft 3 of UN. */
    private static final String CONTROL_VERSION = "D:3:UN";

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

    /** Keeps what became of an interchange, and answers its sender. */
    void keep(String name, Verdict verdict) {
        switch (verdict.novelty()) {
            case RESUMED -> {
                // everything was said and done before the crash
            }
            case DUPLICATE -> duplicate(name, verdict);
            case CONTINUED -> continued(verdict);
            case CORRECTED -> corrected(name, verdict);
            case NEW, REUSED -> decided(name, verdict);
        }
    }

    private void duplicate(String name, Verdict verdict) {
        store.insert(
                verdict.record(name, InterchangeStatus.DUPLICATE, List.of(), clock.instant()),
                Optional.empty(),
                verdict.content());
    }

    /** The record is that of the part before; it says what is true now. */
    private void continued(Verdict verdict) {
        if (verdict.isTaken()) {
            long id = store.find(verdict.key()).orElseThrow().id();
            List<Violation> notes = notes(verdict);
            notes.addAll(acknowledge(verdict));
            store.answer(id, verdict.status(), notes);
        }
    }

    /** The text gets a record of its own, and the first one says what was applied under the number by now. */
    private void corrected(String name, Verdict verdict) {
        if (!verdict.isTaken()) {
            decided(name, verdict);
            return;
        }
        InterchangeRecord first = store.find(verdict.key()).orElseThrow();
        String key = Verdict.textKey(verdict.interchange().interchange(), verdict.agreement());
        List<Violation> notes = notes(verdict);
        Optional<Long> stored = store.insert(
                verdict.record(name, verdict.status(), notes, clock.instant()), Optional.of(key), verdict.content());
        notes.addAll(acknowledge(verdict));
        store.answer(stored.orElseGet(() -> store.find(key).orElseThrow().id()), verdict.status(), notes);
        Stream<Violation> before = verdict.isWhole()
                ? Stream.of(new Violation(
                        "REST_CORRECTED",
                        ViolationPath.WHOLE,
                        "what was not applied came corrected in " + name + " and was applied"))
                : first.problems().stream().filter(problem -> !problem.code().equals(TakenSets.CODE));
        Stream<Violation> taken = Stream.concat(
                first.problems().stream().filter(problem -> problem.code().equals(TakenSets.CODE)),
                TakenSets.notes(verdict).stream());
        store.answer(
                first.id(),
                verdict.status(),
                Stream.concat(before, taken).distinct().toList());
    }

    private void decided(String name, Verdict verdict) {
        List<Violation> notes = notes(verdict);
        boolean isKept = verdict.isTaken() && (!verdict.isTest() || verdict.isWhole());
        String key = isKept ? verdict.key() : Verdict.refusalKey("", verdict.content(), verdict.problems());
        Optional<Long> stored = store.insert(
                verdict.record(name, verdict.status(), notes, clock.instant()), Optional.of(key), verdict.content());
        if (isKept && stored.isEmpty()) {
            throw new IllegalStateException(
                    key + " was stored by somebody else at the same time; the file is tried again");
        }
        List<Violation> unanswered = acknowledge(verdict);
        if (stored.isPresent() && !unanswered.isEmpty()) {
            notes.addAll(unanswered);
            store.answer(stored.get(), verdict.status(), notes);
        }
    }

    /** @return what is wrong, and what the partner answered, in this order */
    private List<Violation> notes(Verdict verdict) {
        List<Violation> notes = new ArrayList<>(verdict.problems());
        if (verdict.own().isEmpty()) {
            notes.addAll(verdict.interchange().notes());
            verdict.sets().forEach(set -> notes.addAll(set.notes()));
            notes.addAll(GroupRules.notes(verdict.interchange(), verdict.agreement()));
            notes.addAll(answers.note(verdict));
        }
        if (verdict.status() == InterchangeStatus.PARTLY_ACCEPTED) {
            notes.addAll(TakenSets.notes(verdict));
        }
        return notes;
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

    /**
     * Only a known partner that means us gets an answer, and an acknowledgement is never acknowledged.
     *
     * @return what cannot be answered; it does not keep the file from being taken
     */
    private List<Violation> acknowledge(Verdict verdict) {
        ExaminedInterchange interchange = verdict.interchange();
        boolean ours = interchange.receiver().filter(own::contains).isPresent();
        if (interchange.party().isEmpty() || !ours) {
            return List.of();
        }
        if (interchange.interchange().isEdifact()) {
            return control(verdict);
        }
        List<Violation> problems = new ArrayList<>();
        if (InterchangeNote.isDue(interchange, verdict.own())) {
            problems.addAll(send(
                    verdict,
                    Outbox.TA1,
                    "",
                    List.of(List.of(InterchangeNote.of(interchange.interchange(), verdict.own(), clock)))));
        }
        List<List<List<String>>> sets = groups(verdict);
        if (!sets.isEmpty()) {
            problems.addAll(send(verdict, AcknowledgementReader.CODE, "FA", sets));
        }
        List<List<List<String>>> refusals = refusals(verdict);
        if (!refusals.isEmpty()) {
            problems.addAll(send(verdict, ApplicationAdvice.CODE, "AG", refusals));
        }
        return problems;
    }

    /** One CONTRL for the interchange; none for one that holds nothing else. */
    private List<Violation> control(Verdict verdict) {
        List<ExaminedGroup> groups = verdict.interchange().groups();
        boolean isAnswer = !verdict.interchange().interchange().codes().isEmpty()
                && verdict.interchange().interchange().codes().stream().allMatch(ControlWriter.CODE::equals);
        if (isAnswer) {
            return List.of();
        }
        List<List<AcknowledgedSet>> sets = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            int number = g;
            sets.add(verdict.sets().stream()
                    .filter(set -> set.place().group() == number
                            && !set.set().set().code().equals(ControlWriter.CODE))
                    .map(set -> new AcknowledgedSet(set.set(), set.isTaken()))
                    .toList());
        }
        return send(
                verdict,
                ControlWriter.CODE,
                "",
                List.of(ControlWriter.write(verdict.interchange(), verdict.own(), sets)));
    }

    /** Where the envelope is refused, nothing in it is answered: that is what a TA1 says. */
    private static List<List<List<String>>> groups(Verdict verdict) {
        List<List<List<String>>> sets = new ArrayList<>();
        List<ExaminedGroup> groups = verdict.interchange().groups();
        for (int g = 0; verdict.own().isEmpty() && g < groups.size(); g++) {
            ExaminedGroup group = groups.get(g);
            int number = g;
            if (group.group().header().isPresent() && !group.group().isAcknowledgement()) {
                sets.add(AcknowledgementWriter.write(
                        group,
                        verdict.sets().stream()
                                .filter(set -> set.place().group() == number)
                                .map(set -> new AcknowledgedSet(
                                        set.set(),
                                        set.isTaken()
                                                || !set.business().isEmpty()
                                                        && !verdict.agreement().refusesByAcknowledgement()))
                                .toList()));
            }
        }
        return sets;
    }

    /** A 997 speaks of form only, unless the partner wants it otherwise; why the business refuses a set is said by an 824. */
    private List<List<List<String>>> refusals(Verdict verdict) {
        if (!verdict.own().isEmpty() || !verdict.agreement().refusesByAdvice()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return verdict.sets().stream()
                .filter(set -> !set.isTaken() && !set.business().isEmpty())
                .map(set -> ApplicationAdvice.refusal(
                        verdict.interchange().groups().get(set.place().group()).group(),
                        set.set().set(),
                        set.business(),
                        today))
                .toList();
    }

    private List<Violation> send(Verdict verdict, String code, String functionalId, List<List<List<String>>> sets) {
        ExaminedInterchange interchange = verdict.interchange();
        List<Violation> problems = outbox.storeIfPossible(new Outbox.Message(
                code,
                functionalId,
                code.equals(ControlWriter.CODE) ? CONTROL_VERSION : "004010",
                interchange.receiver().orElseThrow(),
                interchange.sender().orElseThrow(),
                interchange.party(),
                verdict.acknowledgementKey(sets),
                false,
                code.equals(ControlWriter.CODE)
                        ? sets
                        : verdict.agreement().writing().readable(sets)));
        if (problems.isEmpty()) {
            return List.of();
        }
        LOG.error(
                "no {} can be sent for interchange={} problems={} first={}",
                code,
                interchange.interchange().control(),
                problems.size(),
                problems.get(0));
        return List.of(new Violation(
                "ANSWER_NOT_WRITABLE",
                ViolationPath.WHOLE,
                "the sender gets no " + code + ", because it cannot be written: "
                        + problems.get(0).message()));
    }
}
