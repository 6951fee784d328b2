package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
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
    private final IntakeRecords records;

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
        this.records = new IntakeRecords(store, outbox, answers, own, clock);
    }

    @Override
    public List<Violation> take(String name, byte[] content, boolean archived, Runnable proof) {
        Examination examination = unitOfWork.required(() -> examiner.examine(content));
        Map<ExaminedInterchange, Treated> tests = new IdentityHashMap<>();
        examination.interchanges().stream()
                .filter(interchange -> interchange.interchange().isTest())
                .forEach(interchange -> tests.put(interchange, tried(interchange)));
        Intaken intaken = unitOfWork.required(() -> {
            Intaken applied = apply(name, examination, tests, archived);
            proof.run();
            return applied;
        });
        if (intaken.accepted()) {
            intaken.verdicts()
                    .forEach(v -> LOG.info(
                            "interchange received sender={} control={} sets={} file={} novelty={} test={}",
                            v.interchange().interchange().sender(),
                            v.interchange().interchange().control(),
                            Set.copyOf(v.interchange().interchange().codes()),
                            name,
                            v.novelty(),
                            v.isTest()));
        } else {
            unitOfWork.run(() -> {
                records.refused(name, content, intaken);
                proof.run();
            });
        }
        return intaken.problems();
    }

    /** It leaves a record without content; nobody is answered, because nobody knows who sent it. */
    @Override
    public void refused(String name, Violation why) {
        unitOfWork.run(() -> records.unread(name, new byte[0], List.of(why)));
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
            verdicts.forEach(verdict -> records.accepted(name, verdict));
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
}
