package org.lottrace.api.movement.store;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Which logistic units are in which others. Derived from the ledger, under the lock of its head. */
@ProviderType
public interface UnitNestingStore {
    /**
     * @return what is in what now, of every unit that is below or above one of these, however far; the units themselves are few
     */
    List<NestedUnit> tree(Collection<Sscc> units);

    /**
     * Puts a unit into another one.
     *
     * @param position of the event that says so
     */
    @Writes
    void nest(NestedUnit nested, long position);

    /**
     * Takes a unit out of another one; nothing happens when it is not there.
     *
     * @param position of the event that says so
     */
    @Writes
    void takeOut(NestedUnit nested, long position);

    /** @return every stay that ever was, by unit and beginning */
    List<UnitStay> all();

    /** Deletes every stay, to derive them again. */
    @Writes
    void clear();
}
