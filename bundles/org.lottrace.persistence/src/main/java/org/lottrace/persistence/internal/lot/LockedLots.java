package org.lottrace.persistence.internal.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
            "l.id in" + " (select s.lot_id from stock s where s.item = any(?) and s.site = ?) order by l.id";
    private static final String WITH_IDS = LOTS + "l.id = any(?) order by l.id";

    private LockedLots() {}

    /**
     * PostgreSQL locks the rows in the order of the answer. H2 locks them as it finds them, here item by item: there the ids are
     * asked for first.
     *
     * @return in ascending order of their ids, in which they are locked, too
     */
    public static List<LotEntity> lock(CurrentSession current, Collection<ItemNumber> items, SiteId site) {
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
        return inOrder ? lock(current, LOTS + OF_ITEMS, numbers, site.value()) : lock(current, ids);
    }

    /** @return in ascending order of their ids, in which they are locked, too */
    public static List<LotEntity> lock(CurrentSession current, Collection<Long> ids) {
        return Chunks.query(
                ids.stream().sorted().toList(), chunk -> lock(current, WITH_IDS, ArrayParameter.ids(chunk)));
    }

    private static List<LotEntity> lock(CurrentSession current, String which, Object... parameters) {
        List<LotEntity> rows = new ArrayList<>();
        current.locking(session -> {
            new Questions()
                    .lock(which, row -> rows.add(new LotEntity(row)), parameters)
                    .send(session);
            return rows;
        });
        rows.forEach(row -> KnownLots.locked(current, row));
        return rows;
    }

    public static List<Lot> lots(List<LotEntity> rows) {
        return rows.stream().map(LotEntity::toLot).toList();
    }
}
