package org.lottrace.persistence.internal.seal;

import java.util.List;
import org.lottrace.api.partner.LongList;

/**
 * What is to be sealed.
 *
 * @param record what kind of record
 * @param key which one
 * @param rows all rows of it, a {@link LongList} in the order in which they are sealed, as they are when the unit of work commits; none when it was taken away
 */
public record Sealed(SealedRecord record, RecordKey key, List<SealedRow> rows) {
    public Sealed {
        rows = LongList.copyOf(rows);
    }
}
