package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter;
import org.lottrace.edi.x12.internal.exchange.ContentHandlers.Treated;
import org.lottrace.edi.x12.internal.exchange.Verdict.Novelty;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.folder.FileHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in one file: all of it in one unit of work, or nothing. A refused file leaves its records, its problems and its
 * negative acknowledgements in a second unit of work. A test interchange is tried in a unit of work of its own that is rolled back;
 * what remains of it is its record and its acknowledgement.
 *
 * <p>Repeating a file that was committed but not moved changes nothing: an accepted interchange is known by sender and
 * control number, a refusal by its content and problems, an acknowledgement by what it says.
 */
final class Intake implements FileHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final Examiner examiner;
    private final ContentHandlers handlers;
    private final Outbox outbox;
    private final PartnerAnswers answers;
    private final OwnAddresses own;
    private final Clock clock;

    Intake(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            Examiner examiner,
            ContentHandlers handlers,
            Outbox outbox,
            PartnerAnswers answers,
            OwnAddresses own,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.examiner = examiner;
        this.handlers = handlers;
        this.outbox = outbox;
        this.answers = answers;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public List<Violation> take(String name, byte[] content, boolean archived) {
        Examination examination = unitOfWork.required(() -> examiner.examine(content));
        Map<ExaminedInterchange, Treated> tests = new IdentityHashMap<>();
        examination.interchanges().stream()
                .filter(interchange -> interchange.interchange().isTest())
                .forEach(interchange -> tests.put(interchange, tried(interchange)));
        Intaken intaken = unitOfWork.required(() -> apply(name, examination, tests, archived));
        if (intaken.accepted()) {
            intaken.verdicts()
                    .forEach(v -> LOG.info(
                            "interchange received sender={} control={} sets={} file={} novelty={} test={}",
                            v.interchange().interchange().sender(),
                            v.interchange().interchange().control(),
                            v.interchange().interchange().codes(),
                            name,
                            v.novelty(),
                            v.isTest()));
        } else {
            unitOfWork.run(() -> recordRefusal(name, content, intaken));
        }
        return intaken.problems();
    }

    /** It leaves a record without content; nobody is answered, because nobody knows who sent it. */
    @Override
    public void refused(String name, Violation why) {
        unitOfWork.run(() -> recordUnread(name, new byte[0], List.of(why)));
    }

    /** @return every problem the file would be refused for; nothing is changed */
    List<Violation> check(byte[] content) {
        return unitOfWork.required(() -> {
            Examination examination = examiner.examine(content);
            List<Violation> problems = new ArrayList<>(
                    examination.findings().stream().map(Finding::violation).toList());
            for (ExaminedInterchange interchange : examination.interchanges()) {
                Verdict verdict = judge(interchange, "", true, handlers::check);
                problems.addAll(verdict.problems());
                if (verdict.novelty() == Novelty.DUPLICATE) {
                    problems.add(new Violation(
                            "INTERCHANGE_SEEN_BEFORE",
                            ViolationPath.WHOLE,
                            "this interchange was accepted before; it would not be applied again"));
                }
            }
            unitOfWork.rollbackOnly();
            return List.copyOf(problems);
        });
    }

    private record Intaken(Examination examination, List<Verdict> verdicts) {
        /** What a 997 speaks of; what was not read is a matter of form. */
        boolean formIsRight() {
            return examination.findings().isEmpty()
                    && verdicts.stream()
                            .allMatch(
                                    v -> v.interchange().allFindings().findAny().isEmpty());
        }

        boolean accepted() {
            return examination.findings().isEmpty()
                    && verdicts.stream().allMatch(v -> v.problems().isEmpty());
        }

        List<Violation> problems() {
            return Stream.concat(
                            examination.findings().stream().map(Finding::violation),
                            verdicts.stream().flatMap(v -> v.problems().stream()))
                    .toList();
        }
    }

    private Treated tried(ExaminedInterchange interchange) {
        return unitOfWork.required(() -> {
            unitOfWork.rollbackOnly();
            return handlers.apply(interchange);
        });
    }

    private Intaken apply(
            String name, Examination examination, Map<ExaminedInterchange, Treated> tests, boolean archived) {
        List<Verdict> verdicts = new ArrayList<>();
        for (ExaminedInterchange interchange : examination.interchanges()) {
            verdicts.add(
                    judge(interchange, name, archived, i -> tests.containsKey(i) ? tests.get(i) : handlers.apply(i)));
        }
        Intaken intaken = new Intaken(examination, verdicts);
        if (intaken.accepted()) {
            verdicts.forEach(verdict -> recordAcceptance(name, verdict));
        } else {
            unitOfWork.rollbackOnly();
        }
        return intaken;
    }

    private Verdict judge(
            ExaminedInterchange interchange, String name, boolean archived, ContentHandlers.Treatment treatment) {
        Novelty novelty = novelty(interchange, name, archived);
        if (novelty == Novelty.DUPLICATE || novelty == Novelty.RESUMED) {
            return new Verdict(interchange, novelty, List.of());
        }
        List<Violation> problems = new ArrayList<>();
        if (novelty == Novelty.REUSED) {
            problems.add(Finding.of(
                            "CONTROL_NUMBER_REUSED",
                            interchange.interchange().header(),
                            13,
                            "another interchange of this sender with other content was accepted under this number; "
                                    + "the sender must give it a new one")
                    .violation());
        }
        Treated treated = treatment.treat(interchange);
        treated.interchange().allFindings().map(Finding::violation).forEach(problems::add);
        problems.addAll(treated.problems());
        return new Verdict(treated.interchange(), novelty, problems);
    }

    private Novelty novelty(ExaminedInterchange interchange, String name, boolean archived) {
        Optional<InterchangeRecord> known = store.find(Verdict.key(interchange.interchange()));
        if (known.isEmpty()) {
            return Novelty.NEW;
        }
        String stored = new String(store.content(known.get().id()), StandardCharsets.UTF_8);
        if (!Interchange.joined(stored).equals(interchange.interchange().joinedText())) {
            return Novelty.REUSED;
        }
        return known.get().fileName().equals(name) && !archived ? Novelty.RESUMED : Novelty.DUPLICATE;
    }

    private void recordAcceptance(String name, Verdict verdict) {
        if (verdict.novelty() == Novelty.RESUMED) {
            return;
        }
        boolean isNew = verdict.novelty() == Novelty.NEW;
        InterchangeStatus newStatus = verdict.isTest() ? InterchangeStatus.TEST : InterchangeStatus.ACCEPTED;
        InterchangeRecord record = verdict.record(
                name,
                isNew ? newStatus : InterchangeStatus.DUPLICATE,
                isNew ? answers.note(verdict.interchange()) : List.of(),
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

    private void recordRefusal(String name, byte[] content, Intaken intaken) {
        List<Violation> ofFile = intaken.examination().findings().stream()
                .map(Finding::violation)
                .toList();
        if (intaken.verdicts().isEmpty()) {
            recordUnread(name, content, ofFile);
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

    private void recordUnread(String name, byte[] content, List<Violation> problems) {
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
                    "no 997 can be sent for interchange={} problems={}",
                    interchange.interchange().control(),
                    problems);
        }
    }
}
