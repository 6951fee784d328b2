package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;

/** Lots of which a site has something: found, locked and read by one statement. */
public final class LockedLots {
    private static final String LOTS = "select " + LotEntity.COLUMNS + " from lot l where ";
    private static final String OF_ITEMS =
            "l.id in (select s.lot_id from stock s where s.item = any(?) and s.site = ?) order by l.id";
    private static final String WITH_IDS = LOTS + "l.id = any(?) order by l.id";

    private LockedLots() {}

    /** What is asked of the lots in the trip of their lock. It may find others, too, which came while the lock was waited for. */
    public interface Along {
        /** Is told each before the answers are read. */
        void locked(LotEntity lot);

        /** @param items and site as {@code s.item = any(?) and s.site = ?} takes them */
        void ask(Questions questions, ArrayParameter items, String site);
    }

    /**
     * PostgreSQL locks the rows in the order of the answer. H2 locks them as it finds them, here item by item: there the ids are
     * asked for first, and nothing travels along.
     *
     * @return in ascending order of their ids, in which they are locked, too
     */
    public static List<LotEntity> lock(CurrentSession current, Collection<ItemNumber> items, SiteId site, Along along) {
        ArrayParameter numbers =
                ArrayParameter.texts(items.stream().map(ItemNumber::value).toList());
        List<Long> ids = new ArrayList<>();
        boolean inOrder = current.call(session -> {
            boolean postgresql = Questions.onPostgresql(session);
            if (!postgresql) {
                new Questions()
                        .ask(
                                "select l.id from lot l where " + OF_ITEMS,
                                row -> ids.add(row.getLong(1)),
                                numbers,
                                site.value())
                        .send(session);
            }
            return postgresql;
        });
        if (!inOrder) {
            return lock(current, ids);
        }
        return lock(current, (questions, rows) -> {
            questions.lock(
                    LOTS + OF_ITEMS,
                    row -> {
                        LotEntity lot = new LotEntity(row);
                        rows.add(lot);
                        along.locked(lot);
                    },
                    numbers,
                    site.value());
            along.ask(questions, numbers, site.value());
        });
    }

    /** @return in ascending order of their ids, in which they are locked, too */
    public static List<LotEntity> lock(CurrentSession current, Collection<Long> ids) {
        return Chunks.query(
                ids.stream().sorted().toList(),
                chunk -> lock(
                        current,
                        (questions, rows) -> questions.lock(
                                WITH_IDS, row -> rows.add(new LotEntity(row)), ArrayParameter.ids(chunk))));
    }

    private static List<LotEntity> lock(CurrentSession current, BiConsumer<Questions, List<LotEntity>> asked) {
        List<LotEntity> rows = new ArrayList<>();
        Questions questions = new Questions();
        asked.accept(questions, rows);
        current.lock(questions);
        rows.forEach(row -> KnownLots.locked(current, row));
        return rows;
    }

    public static List<Lot> lots(List<LotEntity> rows) {
        return rows.stream().map(LotEntity::toLot).toList();
    }
}
