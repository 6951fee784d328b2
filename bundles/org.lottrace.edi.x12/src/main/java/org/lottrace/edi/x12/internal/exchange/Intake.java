package org.lottrace.edi.x12.internal.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.exchange.Verdict.Novelty;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Interchange.Place;
import org.lottrace.folder.FileHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in one file, interchange by interchange. Of each interchange all that is right is applied in one unit of work: a refused set
 * or group does not keep the others from being taken; a refused envelope refuses everything in it. Handlers may have changed something
 * when they refuse, so an attempt with refusals is rolled back and made again without the refused sets. A test interchange is
 * tried in a unit of work that is rolled back; what remains of it is its record and its acknowledgement.
 *
 * <p>Repeating a file that was committed but not moved changes nothing: an accepted interchange is known by sender and
 * control number, a refusal by its content and problems, an acknowledgement by what it says. Of one that was taken in part the
 * same text again, or a corrected one with the same groups, is the turn of the rest: what was applied is left as it is ({@link TakenSets}).
 */
final class Intake implements FileHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final int MOST_NAMED = 20;

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final Examiner examiner;
    private final ContentHandlers handlers;
    private final Agreements agreements;
    private final IntakeRecords records;

    Intake(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            Examiner examiner,
            ContentHandlers handlers,
            Agreements agreements,
            Outbox outbox,
            PartnerAnswers answers,
            OwnAddresses own,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.examiner = examiner;
        this.handlers = handlers;
        this.agreements = agreements;
        this.records = new IntakeRecords(store, outbox, answers, own, clock);
    }

    @Override
    public List<Violation> take(String name, byte[] content, boolean archived, Runnable proof) {
        FileFindings file = FileFindings.of(unitOfWork.required(() -> examiner.examine(content)));
        List<Violation> problems =
                new ArrayList<>(file.between().stream().map(Finding::violation).toList());
        if (!problems.isEmpty()) {
            unitOfWork.run(() -> {
                records.unread(name, content, problems);
                proof.run();
            });
        }
        int sets = 0;
        int taken = 0;
        List<Verdict> verdicts = new ArrayList<>();
        for (ExaminedInterchange interchange : file.interchanges()) {
            Verdict verdict = take(name, interchange, archived, proof);
            log(name, verdict);
            problems.addAll(verdict.problems());
            long ofIt = verdict.isKnown()
                    ? interchange.interchange().codes().size()
                    : verdict.isTest()
                            ? 0
                            : verdict.sets().stream()
                                    .filter(SetOutcome::isTaken)
                                    .count();
            verdicts.add(verdict);
            sets += interchange.interchange().codes().size();
            taken += (int) ofIt;
        }
        if (!problems.isEmpty() && taken > 0) {
            problems.add(
                    0,
                    new Violation(
                            PARTLY_TAKEN,
                            ViolationPath.WHOLE,
                            taken + " of " + sets + " transaction sets were applied" + named(applied(verdicts))
                                    + "; correct the rest and drop the file again (what was applied stays and is not"
                                    + " applied again), or send the rest under a number of its own"));
        }
        return problems;
    }

    private static List<ViolationPath> applied(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.isTest())
                .flatMap(verdict -> TakenSets.notes(verdict).stream())
                .map(Violation::path)
                .toList();
    }

    private static String named(List<ViolationPath> applied) {
        return applied.isEmpty()
                ? ""
                : applied.stream()
                        .limit(MOST_NAMED)
                        .map(path -> new ViolationPath(path.steps().subList(0, 2)).toString())
                        .collect(Collectors.joining(
                                ", ", ": ", applied.size() > MOST_NAMED ? " and others, see its record" : ""));
    }

    private static void log(String name, Verdict verdict) {
        LOG.info(
                "interchange received sender={} control={} sets={} file={} novelty={} test={} problems={}",
                verdict.interchange().interchange().sender(),
                verdict.interchange().interchange().control(),
                Set.copyOf(verdict.interchange().interchange().codes()),
                name,
                verdict.novelty(),
                verdict.isTest(),
                verdict.problems().size());
    }

    @Override
    public boolean isComplete(byte[] content) {
        return InterchangeEnd.hasCome(content);
    }

    /** It leaves a record without content; nobody is answered, because nobody knows who sent it. */
    @Override
    public void refused(String name, Violation why) {
        unitOfWork.run(() -> records.unread(name, new byte[0], List.of(why)));
    }

    /** @return every problem the file would be refused for; nothing is changed */
    List<Violation> check(byte[] content) {
        return unitOfWork.required(() -> {
            List<Violation> problems = problems(FileFindings.of(examiner.examine(content)));
            unitOfWork.rollbackOnly();
            return problems;
        });
    }

    /** @return as above, and what the file would become; it is taken apart once */
    CheckedFile examine(byte[] content, Previews previews) {
        return unitOfWork.required(() -> {
            FileFindings file = FileFindings.of(examiner.examine(content));
            CheckedFile checked = new CheckedFile(problems(file), previews.of(file));
            unitOfWork.rollbackOnly();
            return checked;
        });
    }

    private List<Violation> problems(FileFindings file) {
        List<Violation> problems =
                new ArrayList<>(file.between().stream().map(Finding::violation).toList());
        for (ExaminedInterchange interchange : file.interchanges()) {
            Verdict verdict = judge(interchange, "", true, Map.of(), handlers::check);
            problems.addAll(verdict.problems());
            if (verdict.novelty() == Novelty.DUPLICATE) {
                problems.add(new Violation(
                        "INTERCHANGE_SEEN_BEFORE",
                        ViolationPath.WHOLE,
                        "this interchange was accepted before; it would not be applied again"));
            }
        }
        return problems;
    }

    /** Each attempt leaves out what the one before has refused, so it comes to an end. */
    private Verdict take(String name, ExaminedInterchange interchange, boolean archived, Runnable proof) {
        Map<SetPlace, SetOutcome> refused = new HashMap<>();
        while (true) {
            Attempt attempt = unitOfWork.required(() -> attempt(name, interchange, archived, refused, proof));
            if (attempt.isOver()) {
                return attempt.verdict();
            }
            if (attempt.isStable(refused)) {
                unitOfWork.run(() -> {
                    records.keep(name, attempt.verdict());
                    proof.run();
                });
                return attempt.verdict();
            }
            attempt.verdict().sets().stream()
                    .filter(set -> !set.isTaken())
                    .forEach(set -> refused.put(set.place(), set));
        }
    }

    /**
     * One attempt.
     *
     * @param isOver whether it was committed
     */
    private record Attempt(Verdict verdict, boolean isOver) {
        /** @return true when another attempt would find nothing else: nothing new was refused, or everything is */
        boolean isStable(Map<SetPlace, SetOutcome> refused) {
            return !verdict.isTaken()
                    || verdict.sets().stream().allMatch(set -> set.isTaken() || refused.containsKey(set.place()));
        }
    }

    private Attempt attempt(
            String name,
            ExaminedInterchange interchange,
            boolean archived,
            Map<SetPlace, SetOutcome> refused,
            Runnable proof) {
        Verdict verdict = judge(interchange, name, archived, refused, handlers::apply);
        boolean isFinal = verdict.isKnown()
                || !verdict.isTest()
                        && verdict.isTaken()
                        && verdict.sets().stream()
                                .allMatch(set -> set.isTaken() || !set.isTried() || refused.containsKey(set.place()));
        if (isFinal) {
            records.keep(name, verdict);
            proof.run();
        } else {
            unitOfWork.rollbackOnly();
        }
        return new Attempt(verdict, isFinal);
    }

    private Verdict judge(
            ExaminedInterchange interchange,
            String name,
            boolean archived,
            Map<SetPlace, SetOutcome> refused,
            ContentHandlers.Treatment treatment) {
        Agreement agreement = agreements.with(interchange.party());
        Optional<InterchangeRecord> known = store.find(Verdict.key(interchange.interchange(), agreement));
        Novelty novelty = known.map(before -> novelty(before, interchange, agreement, name, archived))
                .orElse(Novelty.NEW);
        if (novelty == Novelty.DUPLICATE || novelty == Novelty.RESUMED) {
            return new Verdict(interchange, agreement, novelty, List.of(), List.of());
        }
        List<Violation> own = new ArrayList<>(
                interchange.findings().stream().map(Finding::violation).toList());
        if (novelty == Novelty.REUSED) {
            own.add(Finding.of(
                            "CONTROL_NUMBER_REUSED",
                            interchange.interchange().header(),
                            interchange.interchange().element(Place.CONTROL),
                            "another interchange of this sender with other content was accepted under this number; "
                                    + "the sender must give it a new one")
                    .violation());
        }
        if (agreement.refusesTest(interchange.interchange().isTest())) {
            own.add(Finding.of(
                            "TEST_NOT_AGREED",
                            interchange.interchange().header(),
                            interchange.interchange().element(Place.TEST),
                            "no tests were agreed with this partner; send it in earnest, or agree on tests")
                    .violation());
        }
        Map<SetPlace, SetOutcome> certain = new HashMap<>();
        if (novelty == Novelty.CONTINUED || novelty == Novelty.CORRECTED) {
            certain.putAll(TakenSets.in(known.orElseThrow()).outcomes(interchange));
        }
        certain.putAll(refused);
        List<SetOutcome> sets = treatment.treat(interchange, certain).stream()
                .map(set ->
                        interchange.groups().get(set.place().group()).findings().isEmpty() ? set : set.refused())
                .toList();
        return new Verdict(
                interchange, agreement, novelty, own, agreement.isWhole() ? allOrNothing(sets, certain) : sets);
    }

    /** What was applied before stays. */
    private static List<SetOutcome> allOrNothing(List<SetOutcome> sets, Map<SetPlace, SetOutcome> before) {
        return sets.stream().allMatch(SetOutcome::isTaken)
                ? sets
                : sets.stream()
                        .map(set -> set.isTaken() && !before.containsKey(set.place()) ? set.refusedWithOthers() : set)
                        .toList();
    }

    private Novelty novelty(
            InterchangeRecord known,
            ExaminedInterchange interchange,
            Agreement agreement,
            String name,
            boolean archived) {
        byte[] stored = store.content(known.id());
        if (isSame(stored, interchange.interchange())) {
            return known.status() == InterchangeStatus.PARTLY_ACCEPTED
                    ? Novelty.CONTINUED
                    : seenBefore(known, name, archived);
        }
        if (known.status() == InterchangeStatus.PARTLY_ACCEPTED
                && !TakenSets.in(known).paths().isEmpty()
                && groups(stored).containsAll(groups(interchange))) {
            return Novelty.CORRECTED;
        }
        return store.find(Verdict.textKey(interchange.interchange(), agreement))
                .map(corrected -> seenBefore(corrected, name, archived))
                .orElse(Novelty.REUSED);
    }

    /** Line breaks mean nothing between segments. */
    private static boolean isSame(byte[] stored, Interchange interchange) {
        return Arrays.equals(stored, interchange.content())
                || TextHash.joined(Interchange.textOf(stored)).equals(TextHash.joined(interchange.text()));
    }

    private static Novelty seenBefore(InterchangeRecord known, String name, boolean archived) {
        return known.fileName().equals(name) && !archived ? Novelty.RESUMED : Novelty.DUPLICATE;
    }

    /** @return GS06 of its groups: another interchange under the same number has others */
    private static Set<String> groups(ExaminedInterchange interchange) {
        return interchange.groups().stream()
                .map(group -> group.group().control())
                .collect(Collectors.toSet());
    }

    private Set<String> groups(byte[] stored) {
        return examiner.examine(stored).interchanges().stream()
                .flatMap(interchange -> groups(interchange).stream())
                .collect(Collectors.toSet());
    }
}
