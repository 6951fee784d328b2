package org.lottrace.ledger.internal.follow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Counts in the database how often each event was taken in and committed. {@code KIOSK-1} and {@code KIOSK-2} are of one lane;
 * other events are of none.
 */
class Tally implements LedgerFollower {
    final TestDatabase database;
    /** Events it cannot take in, and what it throws then. */
    final Map<String, RuntimeException> broken = new HashMap<>();
    /** In the order in which it was given them. */
    final List<String> given = Collections.synchronizedList(new ArrayList<>());

    private final OptionalInt setAsideAfter;
    private volatile Consumer<List<RecordedEvent>> before = page -> {};

    Tally(TestDatabase database, OptionalInt setAsideAfter) {
        this.database = database;
        this.setAsideAfter = setAsideAfter;
    }

    static Tally stopping(TestDatabase database) {
        return new Tally(database, OptionalInt.empty());
    }

    static Tally settingAside(TestDatabase database, int after) {
        return new Tally(database, OptionalInt.of(after));
    }

    /** Does something before it takes in a page, inside the unit of work. */
    Tally first(Consumer<List<RecordedEvent>> work) {
        before = work;
        return this;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public int pageSize() {
        return 3;
    }

    @Override
    public OptionalInt setAsideAfter() {
        return setAsideAfter;
    }

    @Override
    public Optional<String> lane(RecordedEvent event) {
        String id = event.event().id().value();
        return id.contains("-") ? Optional.of(id.substring(0, id.indexOf('-'))) : Optional.empty();
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        before.accept(page);
        for (RecordedEvent event : page) {
            String id = event.event().id().value();
            given.add(id);
            if (broken.containsKey(id)) {
                throw broken.get(id);
            }
            database.sequences().next("tally " + id);
        }
    }

    /** @return {@code ID×TIMES} of each event that was taken in, by id */
    static String counted(TestDatabase database) {
        return String.join(
                " ",
                database.texts("select concat(substring(sequence_name from 7), '×', last_number) from number_sequence"
                        + " where sequence_name like 'tally %' order by sequence_name"));
    }

    /** One that can begin again. */
    static final class Rebuildable extends Tally implements RebuildableFollower {
        Rebuildable(TestDatabase database) {
            super(database, OptionalInt.empty());
        }

        /** Not in the unit of work, as no store deletes a number; nothing else happens in it that could fail. */
        @Override
        public void reset() {
            given.clear();
        }
    }
}
