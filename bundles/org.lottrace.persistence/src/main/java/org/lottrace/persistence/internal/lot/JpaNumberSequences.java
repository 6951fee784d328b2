package org.lottrace.persistence.internal.lot;

import org.hibernate.StatelessSession;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaNumberSequences implements NumberSequences {
    private final CurrentSession current;

    @Activate
    public JpaNumberSequences(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public long next(String name, int count) {
        return current.call(session -> {
            if (!increment(session, name, count)) {
                current.insertUnlessPresent(s -> NumberSequenceEntity.none(s, name));
                increment(session, name, count);
            }
            return session.get(NumberSequenceEntity.class, name).lastNumber - count + 1;
        });
    }

    /** The update itself takes the lock, so there is no moment between reading and writing. */
    private static boolean increment(StatelessSession session, String name, int count) {
        return session.createMutationQuery(
                                "update NumberSequenceEntity set lastNumber = lastNumber + :count where name = :name")
                        .setParameter("count", (long) count)
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }
}
