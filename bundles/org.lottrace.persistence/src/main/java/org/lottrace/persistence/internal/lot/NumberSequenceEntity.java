package org.lottrace.persistence.internal.lot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.lottrace.persistence.internal.CurrentSession;

/** A row of {@code number_sequence}. */
@Entity
@Table(name = "number_sequence")
public class NumberSequenceEntity {
    @Id
    @Column(name = "sequence_name", length = 200)
    String name;

    @Column(name = "last_number")
    long lastNumber;

    protected NumberSequenceEntity() {}

    /** Nobody takes a number until the end of the unit of work; others may hold it, too, where the database can share a lock. */
    public static void hold(CurrentSession current, String name) {
        current.run(session -> {
            if (locked(session, name) == null) {
                current.insertUnlessPresent(s -> none(s, name));
                locked(session, name);
            }
        });
    }

    private static NumberSequenceEntity locked(StatelessSession session, String name) {
        return session.get(NumberSequenceEntity.class, name, LockMode.PESSIMISTIC_READ);
    }

    /** The row of a sequence of which no number was taken, unless there is one. */
    static MutationQuery none(StatelessSession session, String name) {
        return session.createMutationQuery("insert into NumberSequenceEntity (name, lastNumber)"
                        + " values (:name, 0) on conflict do nothing")
                .setParameter("name", name);
    }
}
