package org.lottrace.persistence.internal.cost;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Staged;
import org.lottrace.persistence.internal.UnitMemory;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.SealedRecord;

/** A session that sees of costs, entries, periods and account rules those of {@link CurrentBooks} alone, whatever is asked. */
public final class OneBooks implements CurrentSession {
    /** Filter of rows in the common books. */
    public static final String COMMON = "commonBooks";

    /** Filter of rows in the books of a company, its parameter. */
    public static final String OWN = "ownBooks";

    /** Written so that a database without statistics takes it for what most rows are, and goes on choosing the index it chose before. */
    public static final String IS_COMMON = "(case when company is null then 0 else 1 end) <> 1";

    static final String PARAMETER = "company";

    private final CurrentSession session;

    public OneBooks(CurrentSession session) {
        this.session = session;
    }

    /** @return what a new row says; null in the common books */
    public static String company() {
        return CurrentBooks.company().map(PartyId::value).orElse(null);
    }

    /** @return the same as a part of a key: empty in the common books */
    static String key() {
        return CurrentBooks.company().map(PartyId::value).orElse("");
    }

    @Override
    public <T> T call(Function<StatelessSession, T> work) {
        return session.call(within(work));
    }

    @Override
    public <T> T locking(Function<StatelessSession, T> work) {
        return session.locking(within(work));
    }

    private static <T> Function<StatelessSession, T> within(Function<StatelessSession, T> work) {
        return open -> {
            if (CurrentBooks.isOfAll() || isWithin(open)) {
                return work.apply(open);
            }
            Optional<PartyId> company = CurrentBooks.company();
            company.ifPresentOrElse(
                    own -> open.enableFilter(OWN).setParameter(PARAMETER, own.value()),
                    () -> open.enableFilter(COMMON));
            try {
                return work.apply(open);
            } finally {
                open.disableFilter(company.isPresent() ? OWN : COMMON);
            }
        };
    }

    /** A question within another one is about the same books. */
    private static boolean isWithin(SharedSessionContract open) {
        return open.getEnabledFilter(OWN) != null || open.getEnabledFilter(COMMON) != null;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return session.required(work);
    }

    @Override
    public UnitMemory memory() {
        return session.memory();
    }

    @Override
    public <S extends Staged> void stage(Class<S> kind, Supplier<S> first, Consumer<S> add) {
        session.stage(kind, first, add);
    }

    @Override
    public void wrote(SealedRecord record, RecordKey key) {
        session.wrote(record, key);
    }

    @Override
    public boolean insertUnlessPresent(Function<StatelessSession, MutationQuery> insert) {
        return session.insertUnlessPresent(insert);
    }
}
