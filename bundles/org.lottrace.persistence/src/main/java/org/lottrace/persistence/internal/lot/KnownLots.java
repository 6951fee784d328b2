package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.item.KnownItems;

/** The lots that a unit of work has read: those that it locks stay as they are, the others until it takes a lock. */
public final class KnownLots {
    private static final Kind<LotKey, Optional<Lot>> LOCKED = Kind.ofTheUnit();
    private static final Kind<LotKey, Boolean> NEW = Kind.ofTheUnit();
    private static final Kind<LotKey, Optional<Lot>> READ = Kind.untilALock();
    /** As it was first read: what was decided by that counts only if it is so under the lock. */
    private static final Kind<LotKey, Lot> SEEN = Kind.ofTheUnit();

    private static final Kind<LotReference, List<Lot>> FITTING = Kind.untilALock();
    private static final Kind<LotKey, Boolean> UNRESERVED = Kind.untilALock();
    private static final String IS_RESERVED = "exists (select 1 from reservation r where r.lot_id = l.id)";

    /** Each row of a lot would come as often as its item has parts. */
    private static final int FEW = 20;

    /** More than there can be: what has a limit PostgreSQL does not give to workers, whose start would cost more than all of it. */
    private static final String BY_ONE_PROCESS = " limit 1000000";

    private KnownLots() {}

    /**
     * Asks for the lock on the rows of the lots, in ascending order of their ids, the one order in which lots are locked. The
     * caller sends it as what takes a lock.
     */
    public static void askLock(CurrentSession current, Questions questions, Collection<LotKey> lots) {
        List<LotKey> ofOthers =
                lots.stream().filter(lot -> !isNew(current, lot)).toList();
        Chunks.of(LotRows.of(current, ofOthers).ids())
                .forEach(ids -> questions.lock(
                        "select " + LotEntity.COLUMNS + " from lot l where l.id = any(?) order by l.id",
                        row -> isLocked(current, new LotEntity(row).toLot()),
                        ArrayParameter.ids(ids)));
    }

    /** Tells what was read with the lock on it. */
    static void locked(CurrentSession current, LotEntity row) {
        LotRows.learn(current, row);
        isLocked(current, row.toLot());
    }

    /** @throws StaleWriteException if it was another when it was read first: it was corrected while its lock was waited for */
    private static void isLocked(CurrentSession current, Lot lot) {
        current.memory().learn(LOCKED, lot.key(), Optional.of(lot));
        if (current.memory()
                .find(SEEN, lot.key())
                .filter(seen -> !seen.equals(lot))
                .isPresent()) {
            throw new StaleWriteException("lot " + lot.key() + " was corrected while its lock was waited for", null);
        }
    }

    /** @return whether this unit of work has inserted the lot, so that nobody else can have anything of it */
    public static boolean isNew(CurrentSession current, LotKey lot) {
        return current.memory().find(NEW, lot).isPresent();
    }

    /** @return true when nothing was reserved of the lot as it was read; false also when that is not known */
    public static boolean isUnreserved(CurrentSession current, LotKey lot) {
        return current.memory().find(UNRESERVED, lot).isPresent();
    }

    static void inserted(CurrentSession current, LotEntity row) {
        current.memory().forget(FITTING);
        LotRows.learn(current, row);
        current.memory().learn(LOCKED, row.key(), Optional.of(row.toLot()));
        current.memory().learn(NEW, row.key(), true);
    }

    static Optional<Lot> find(CurrentSession current, LotKey key) {
        return known(current, key)
                .orElseGet(() -> read(current, List.of(key)).stream().findFirst());
    }

    static List<Lot> withKeys(CurrentSession current, Collection<LotKey> keys) {
        List<LotKey> unknown =
                keys.stream().filter(key -> known(current, key).isEmpty()).toList();
        read(current, unknown);
        return keys.stream()
                .distinct()
                .flatMap(key -> known(current, key).flatMap(lot -> lot).stream())
                .toList();
    }

    static Lot learn(CurrentSession current, LotEntity row) {
        LotRows.learn(current, row);
        Lot lot = row.toLot();
        if (current.memory().find(LOCKED, row.key()).isEmpty()) {
            current.memory().learn(READ, row.key(), Optional.of(lot));
            current.memory().get(SEEN, row.key(), first -> lot);
        }
        return lot;
    }

    /** @return for each of the references the lots that it fits, by key */
    static Map<LotReference, List<Lot>> fitting(CurrentSession current, Collection<LotReference> references) {
        Set<LotReference> all = Set.copyOf(references);
        List<LotReference> unknown = all.stream()
                .filter(reference -> current.memory().find(FITTING, reference).isEmpty())
                .toList();
        readFitting(current, unknown);
        return all.stream().collect(Collectors.toMap(Function.identity(), reference -> current.memory()
                .find(FITTING, reference)
                .orElseThrow()));
    }

    private static void readFitting(CurrentSession current, List<LotReference> references) {
        Chunks.of(references).forEach(chunk -> {
            Questions questions = new Questions();
            askFitting(current, questions, chunk);
            current.ask(questions);
        });
    }

    /** Asks for the lots that some references fit, and remembers the answer. */
    private static void askFitting(CurrentSession current, Questions questions, List<LotReference> references) {
        List<LotEntity> rows = new ArrayList<>();
        LotRows.Fitting fitting = LotRows.fitting(references);
        questions
                .ask(fitting.query(), row -> rows.add(new LotEntity(row)), fitting.parameters())
                .then(() -> learnFitting(current, references, rows));
    }

    /** As for the lots alone, and for their items: of a few lots together with them, and with whether something is reserved of each. */
    public static void askFittingWithItems(CurrentSession current, Questions questions, List<LotReference> references) {
        if (references.size() > FEW) {
            askFitting(current, questions, references);
            KnownItems.ask(
                    current,
                    questions,
                    references.stream().flatMap(lot -> lot.item().stream()).collect(Collectors.toSet()));
            return;
        }
        Map<Long, LotEntity> rows = new HashMap<>();
        Set<LotKey> unreserved = new HashSet<>();
        LotRows.Fitting fitting = LotRows.fitting(references);
        KnownItems.askBeside(
                current,
                questions,
                LotEntity.COLUMNS + ", " + IS_RESERVED,
                fitting.query() + BY_ONE_PROCESS,
                "l",
                row -> {
                    LotEntity lot = new LotEntity(row, KnownItems.COLUMNS);
                    rows.put(lot.id, lot);
                    if (!row.getBoolean(KnownItems.COLUMNS + LotEntity.COUNT + 1)) {
                        unreserved.add(lot.key());
                    }
                },
                fitting.parameters());
        questions.then(() -> {
            learnFitting(current, references, rows.values());
            unreserved.forEach(lot -> current.memory().learn(UNRESERVED, lot, true));
        });
    }

    private static void learnFitting(
            CurrentSession current, List<LotReference> references, Collection<LotEntity> rows) {
        List<Lot> lots = rows.stream()
                .map(row -> learn(current, row))
                .distinct()
                .sorted(Comparator.comparing(Lot::key))
                .toList();
        references.forEach(reference -> current.memory()
                .learn(FITTING, reference, lots.stream().filter(reference::fits).toList()));
    }

    static void forget(CurrentSession current, LotKey key) {
        current.memory().forget(FITTING);
        current.memory().forget(LOCKED, key);
        current.memory().forget(READ, key);
        current.memory().forget(SEEN, key);
    }

    private static Optional<Optional<Lot>> known(CurrentSession current, LotKey key) {
        return current.memory().find(LOCKED, key).or(() -> current.memory().find(READ, key));
    }

    private static List<Lot> read(CurrentSession current, Collection<LotKey> keys) {
        keys.forEach(key -> current.memory().learn(READ, key, Optional.empty()));
        return LotRows.read(current, keys).stream()
                .map(row -> learn(current, row))
                .toList();
    }
}
